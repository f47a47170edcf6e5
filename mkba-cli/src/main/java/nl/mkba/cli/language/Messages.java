package nl.mkba.cli.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Texts in one language: the command's, from {@code messages_nl.properties} or {@code messages_en.properties}, or the
 * report's, from {@code report_nl.properties} or {@code report_en.properties}.
 */
public final class Messages {

    private final Language language;
    private final String bundle;
    private @Nullable Properties texts;

    /** The texts of a language; they are read when the first is needed. */
    public Messages(Language language) {
        this(language, "messages");
    }

    private Messages(Language language, String bundle) {
        this.language = language;
        this.bundle = bundle;
    }

    /** The texts of the report; apart, since no other command needs them. */
    public static Messages ofReport(Language language) {
        return new Messages(language, "report");
    }

    private Properties read() {
        Properties texts = new Properties();
        String resource = "/nl/mkba/cli/" + bundle + "_" + language.id() + ".properties";
        try (InputStream in = Messages.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + resource + " is missing");
            }
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    /** The language of these texts. */
    public Language language() {
        return language;
    }

    /** The text of a key, with the arguments in the places of {0}, {1} … */
    public String text(String key, Object... arguments) {
        Properties all = texts;
        if (all == null) {
            all = read();
            texts = all;
        }
        String template = all.getProperty(key);
        if (template == null) {
            throw new IllegalStateException("The text " + key + " is missing");
        }
        return arguments.length == 0 ? template : fill(template, arguments);
    }

    /** Fills in one pass, so that an argument that itself contains a brace is left as it is. */
    private static String fill(String template, Object... arguments) {
        StringBuilder filled = new StringBuilder(template.length() + 32);
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            if (c == '{' && i + 2 < template.length() && template.charAt(i + 2) == '}') {
                int index = template.charAt(i + 1) - '0';
                if (index >= 0 && index < arguments.length) {
                    filled.append(arguments[index]);
                    i += 2;
                    continue;
                }
            }
            filled.append(c);
        }
        return filled.toString();
    }
}
