package nl.mkba.site;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Collection;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;

/** What the search of one language looks through: every section of every page. A script, because a page opened from a file may fetch nothing. */
final class SearchIndex {

    private SearchIndex() {}

    /** Writes the sections of pages, each with its address from the folder of the language. */
    static String script(Collection<Page> pages) throws IOException {
        StringWriter script = new StringWriter();
        script.write("mkbaSections=");
        try (JsonGenerator json = new JsonFactory().createGenerator(script)) {
            json.writeStartArray();
            for (Page page : pages) {
                if (Page.isMarkdown(page.source())) {
                    write(page, json);
                }
            }
            json.writeEndArray();
        }
        return script + ";\n";
    }

    private static void write(Page page, JsonGenerator json) throws IOException {
        String address = Site.slashed(page.place().subpath(1, page.place().getNameCount()));
        String place = address;
        String heading = page.title();
        StringBuilder text = new StringBuilder();
        for (Node node : Markdown.children(page.document())) {
            if (node instanceof Heading begin) {
                write(page, place, heading, text, json);
                heading = Markdown.text(begin);
                place = address + "#" + page.ids().get(begin);
            } else {
                text.append(Markdown.text(node)).append(' ');
            }
        }
        write(page, place, heading, text, json);
    }

    private static void write(Page page, String place, String heading, StringBuilder text, JsonGenerator json)
            throws IOException {
        if (!text.isEmpty()) {
            json.writeStartObject();
            json.writeStringField("id", place);
            json.writeStringField("page", page.title());
            json.writeStringField("heading", heading);
            // the rules of printed tables say nothing
            json.writeStringField(
                    "text", text.toString().replaceAll("-{3,} ?", "").strip());
            if (page.language() != page.readers()) {
                json.writeStringField("language", page.language().tag());
            }
            json.writeEndObject();
            text.setLength(0);
        }
    }
}
