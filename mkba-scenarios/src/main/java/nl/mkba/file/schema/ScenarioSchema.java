package nl.mkba.file.schema;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import nl.mkba.file.format.SchemaParts;
import org.jspecify.annotations.Nullable;

/**
 * The JSON Schema (2020-12) of the scenario file. It tells an editor which keys there are and what they mean, and catches
 * what can be seen without knowing the rest of the file; the reader catches everything.
 */
public final class ScenarioSchema {

    /** The schema but for what is declared with the keys: there stands a name in braces. */
    private static final String RESOURCE = "scenario.schema.json";

    private static final JsonFactory JSON = new JsonFactory();

    private ScenarioSchema() {}

    /** {@return the text of the schema} */
    public static String json() {
        StringWriter text = new StringWriter();
        try (InputStream in = ScenarioSchema.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + RESOURCE + " is missing");
            }
            try (JsonParser parts = JSON.createParser(in);
                    JsonGenerator schema = JSON.createGenerator(text)) {
                schema.setPrettyPrinter(lines());
                write(parts, schema);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append('\n').toString();
    }

    private static void write(JsonParser parts, JsonGenerator schema) throws IOException {
        for (JsonToken token = parts.nextToken(); token != null; token = parts.nextToken()) {
            if (token == JsonToken.FIELD_NAME && parts.currentName().startsWith("{")) {
                writePart(parts.currentName(), schema);
                parts.nextToken();
            } else {
                schema.copyCurrentEvent(parts);
            }
        }
    }

    private static void writePart(String name, JsonGenerator schema) throws IOException {
        write(SchemaParts.of(name.substring(1, name.length() - 1)), schema);
    }

    private static void write(Map<?, ?> entries, JsonGenerator schema) throws IOException {
        for (Map.Entry<?, ?> entry : entries.entrySet()) {
            String name = String.valueOf(entry.getKey());
            if (name.startsWith("{")) {
                writePart(name, schema);
            } else {
                schema.writeFieldName(name);
                write(entry.getValue(), schema);
            }
        }
    }

    private static void write(@Nullable Object value, JsonGenerator schema) throws IOException {
        if (value instanceof Map<?, ?> entries) {
            schema.writeStartObject();
            write(entries, schema);
            schema.writeEndObject();
        } else if (value instanceof List<?> items) {
            schema.writeStartArray();
            for (Object item : items) {
                write(item, schema);
            }
            schema.writeEndArray();
        } else {
            // a text, a number or a truth
            schema.writePOJO(value);
        }
    }

    /** Two blanks for each level, in lists too. */
    private static DefaultPrettyPrinter lines() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter lines = new DefaultPrettyPrinter(
                Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));
        lines.indentObjectsWith(indenter);
        lines.indentArraysWith(indenter);
        return lines;
    }
}
