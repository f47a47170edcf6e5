package nl.mkba.json.tree;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.NumberOutput;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Trees of maps, lists, numbers, texts and null as JSON: one line, and every number with the fewest digits that give
 * the same {@code double} back.
 */
public final class Json {

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    private Json() {}

    /**
     * {@return the tree as one line of JSON, without the end of the line}
     *
     * @param tree maps, lists, texts, numbers, truths and null
     */
    public static String line(@Nullable Object tree) {
        StringWriter text = new StringWriter(4096);
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            write(tree, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return harmless(text.toString());
    }

    /** With what could steer a terminal or turn the direction of writing as escapes: these occur in texts only. */
    private static String harmless(String json) {
        if (Plain.isHarmless(json)) {
            return json;
        }
        StringBuilder text = new StringBuilder(json.length() + 16);
        for (int i = 0; i < json.length(); ) {
            int point = json.codePointAt(i);
            int end = i + Character.charCount(point);
            if (Plain.isShown(point)) {
                text.appendCodePoint(point);
            } else {
                for (; i < end; i++) {
                    text.append(String.format("\\u%04x", (int) json.charAt(i)));
                }
            }
            i = end;
        }
        return text.toString();
    }

    /**
     * {@return a number as JSON and CSV write it}
     *
     * @param value a finite number
     */
    public static String number(double value) {
        return NumberOutput.toString(value, true);
    }

    private static void write(@Nullable Object tree, JsonGenerator json) throws IOException {
        if (tree instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                json.writeFieldName((String) entry.getKey());
                write(entry.getValue(), json);
            }
            json.writeEndObject();
        } else if (tree instanceof List<?> list) {
            json.writeStartArray();
            for (Object element : list) {
                write(element, json);
            }
            json.writeEndArray();
        } else if (tree instanceof Double number) {
            json.writeNumber(number);
        } else if (tree instanceof Integer number) {
            json.writeNumber(number);
        } else if (tree instanceof Long number) {
            json.writeNumber(number);
        } else if (tree instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (tree == null) {
            json.writeNull();
        } else {
            json.writeString(tree.toString());
        }
    }
}
