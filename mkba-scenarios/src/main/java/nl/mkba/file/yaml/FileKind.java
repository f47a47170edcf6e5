package nl.mkba.file.yaml;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a file is that is no text of keys and values: told by its first bytes, as the system tells it. */
final class FileKind {

    private static final int LOOKED_AT = 4_096;

    private FileKind() {}

    /** The word for a kind of file that cannot be a scenario; null where it may be one. */
    static @Nullable String of(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        if (start.startsWith("PK\u0003\u0004")) {
            return packed(start, new String(bytes, StandardCharsets.ISO_8859_1));
        }
        if (start.startsWith("%PDF")) {
            return "kind_pdf";
        }
        if (start.startsWith("{\\rtf")) {
            return "kind_document";
        }
        if (start.startsWith("\u00d0\u00cf\u0011\u00e0")) {
            return "kind_office";
        }
        if (start.startsWith("\u0089PNG") || start.startsWith("\u00ff\u00d8\u00ff") || start.startsWith("GIF8")) {
            return "kind_picture";
        }
        if (start.startsWith("PAR1")) {
            return "kind_table";
        }
        String text = start.stripLeading().toLowerCase(Locale.ROOT);
        return text.startsWith("<!doctype") || text.startsWith("<html") || text.startsWith("<?xml")
                ? "kind_page"
                : null;
    }

    /** Documents of today are packed files. */
    private static String packed(String start, String whole) {
        if (whole.contains("word/") || start.contains("opendocument.text")) {
            return "kind_document";
        }
        boolean isSheet = whole.contains("xl/") || start.contains("opendocument.spreadsheet");
        return isSheet ? "kind_workbook" : "kind_zip";
    }
}
