package nl.mkba.file.format;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.mkba.label.Labels;

/** Under what else something is counted: {@code labels}. */
final class LabelFormat {

    static final String KEY = "labels";

    private LabelFormat() {}

    /** The labels of a section; none without the key. */
    static Labels read(Section owner) {
        Value written = owner.optional(KEY);
        return written == null ? Labels.NONE : labels(written);
    }

    static Labels labels(Value written) {
        Map<String, String> texts = new LinkedHashMap<>();
        written.entries().forEach((key, value) -> {
            String text = value.text();
            if (text != null) {
                texts.put(key, text);
            }
        });
        return new Labels(texts);
    }

    static MapBuilder write(MapBuilder owner, Labels labels) {
        return owner.each(KEY, labels.texts(), MapBuilder::scalar);
    }
}
