package nl.mkba.file.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.mkba.distribution.Distribution;
import nl.mkba.engine.time.TimeFrame;
import nl.mkba.expression.Expression;
import nl.mkba.file.yaml.Node;
import nl.mkba.label.Labels;
import nl.mkba.scenario.Shares;
import nl.mkba.text.Text;
import nl.mkba.time.Profile;
import org.jspecify.annotations.Nullable;

/**
 * How the value of a key is read and written, and what the schema says of it.
 *
 * @param <T> what it is to a program
 */
abstract class Kind<T> {

    static final Kind<Expression> EXPRESSION = new Formula("expression");

    /** A formula whose value is from 0 to 1. */
    static final Kind<Expression> SHARE = new Formula("share");

    static final Kind<String> TEXT = new Plain("text");

    static final Kind<String> ID = new Id();

    /** An id for which nothing stands if it is refused. */
    static final Kind<String> ID_OR_NONE = new Plain("id");

    static final Kind<List<String>> IDS = new Ids();
    static final Kind<Text> WORDS = new Words();
    static final Kind<Boolean> TRUTH = new Truth();
    static final Kind<Integer> YEAR = new CalendarYear();
    static final Kind<Shares> SHARES = new Divided();
    static final Kind<Profile> PROFILE = new Timed();
    static final Kind<Distribution> DISTRIBUTION = new Distributed();
    static final Kind<Labels> LABELS = new Labelled();

    private static final int LAST_YEAR = 9999;

    private final String definition;

    /** One that a definition of the schema describes. */
    Kind(String definition) {
        this.definition = definition;
    }

    /** One that describes itself. */
    Kind() {
        this("");
    }

    /** One of the words of an enum. */
    static <E extends Enum<E>> Kind<E> oneOf(Class<E> type) {
        return new OneOf<>(type);
    }

    /**
     * A whole number.
     *
     * @param least the smallest; {@link Long#MIN_VALUE} if any is
     * @param most the largest; {@link Integer#MAX_VALUE} or {@link Long#MAX_VALUE} if none is to be named
     * @param pattern how a text says it
     */
    static Kind<Long> whole(long least, long most, String pattern) {
        return new Whole(least, most, pattern);
    }

    /** What a definition of the schema says, for a section to read and write itself. */
    static Kind<Value> written(String definition) {
        return written(SchemaParts.reference(definition));
    }

    /** The same, of something that no definition says. */
    static Kind<Value> written(Map<String, Object> schema) {
        return new AsItStands(schema);
    }

    /** A map from ids to what a definition of the schema says. */
    static Kind<Value> entries(String definition) {
        return written(SchemaParts.entries(definition));
    }

    /** The same, with at least one of them. */
    static Kind<Value> someEntries(String definition) {
        Map<String, Object> schema = SchemaParts.entries(definition);
        schema.put("minProperties", 1);
        return written(schema);
    }

    /** A map with keys of its own: a part of the schema. */
    static Kind<Value> map(String part) {
        return written(SchemaParts.part(part));
    }

    /** A list of such maps. */
    static Kind<Value> maps(String part) {
        return written(SchemaParts.json("type", "array", "items", SchemaParts.part(part)));
    }

    /** What stands there, or null if it was refused and nothing can stand for it. */
    abstract @Nullable T read(Value value);

    abstract Node write(T value);

    /** Adds what the schema says of the value. */
    void describe(Map<String, Object> schema) {
        schema.putAll(SchemaParts.reference(definition));
    }

    private static final class Formula extends Kind<Expression> {

        Formula(String definition) {
            super(definition);
        }

        @Override
        Expression read(Value value) {
            return value.expression();
        }

        @Override
        Node write(Expression expression) {
            return MapBuilder.expression(expression);
        }
    }

    private static final class Plain extends Kind<String> {

        Plain(String definition) {
            super(definition);
        }

        @Override
        @Nullable
        String read(Value value) {
            return value.text();
        }

        @Override
        Node write(String text) {
            return MapBuilder.scalar(text);
        }
    }

    private static final class Id extends Kind<String> {

        Id() {
            super("id");
        }

        @Override
        String read(Value value) {
            return value.id();
        }

        @Override
        Node write(String id) {
            return MapBuilder.scalar(id);
        }
    }

    private static final class Ids extends Kind<List<String>> {

        @Override
        List<String> read(Value value) {
            List<String> ids = new ArrayList<>();
            for (Value item : value.items()) {
                ids.add(item.id());
            }
            return ids;
        }

        @Override
        Node write(List<String> ids) {
            return MapBuilder.list(ids, MapBuilder::scalar);
        }

        @Override
        void describe(Map<String, Object> schema) {
            schema.put("type", "array");
            schema.put("uniqueItems", true);
            schema.put("items", SchemaParts.reference("id"));
        }
    }

    private static final class Words extends Kind<Text> {

        Words() {
            super("words");
        }

        @Override
        @Nullable
        Text read(Value value) {
            return value.inLanguages();
        }

        @Override
        Node write(Text text) {
            return MapBuilder.words(text);
        }
    }

    private static final class Truth extends Kind<Boolean> {

        Truth() {
            super("truth");
        }

        @Override
        @Nullable
        Boolean read(Value value) {
            return value.truth();
        }

        @Override
        Node write(Boolean truth) {
            return MapBuilder.scalar(truth.toString());
        }
    }

    private static final class CalendarYear extends Kind<Integer> {

        CalendarYear() {
            super("year");
        }

        @Override
        @Nullable
        Integer read(Value value) {
            return value.wholeInt(TimeFrame.FIRST_CALENDAR_YEAR, LAST_YEAR);
        }

        @Override
        Node write(Integer year) {
            return MapBuilder.number(year);
        }
    }

    private static final class Whole extends Kind<Long> {

        private final long least;
        private final long most;
        private final String pattern;

        Whole(long least, long most, String pattern) {
            this.least = least;
            this.most = most;
            this.pattern = pattern;
        }

        @Override
        @Nullable
        Long read(Value value) {
            return value.whole(least, most);
        }

        @Override
        Node write(Long number) {
            return MapBuilder.scalar(number.toString());
        }

        @Override
        void describe(Map<String, Object> schema) {
            Map<String, Object> number = SchemaParts.json("type", "integer");
            if (least > Long.MIN_VALUE) {
                number.put("minimum", least);
            }
            if (most < Integer.MAX_VALUE) {
                number.put("maximum", most);
            }
            Map<String, Object> text = SchemaParts.json("type", "string", "pattern", "^\\s*" + pattern + "\\s*$");
            schema.put("anyOf", List.of(number, text));
        }
    }

    private static final class Divided extends Kind<Shares> {

        Divided() {
            super("shares");
        }

        @Override
        Shares read(Value value) {
            return SharesFormat.read(value);
        }

        @Override
        Node write(Shares shares) {
            return SharesFormat.write(shares);
        }
    }

    private static final class Timed extends Kind<Profile> {

        Timed() {
            super("profile");
        }

        @Override
        Profile read(Value value) {
            return ProfileFormat.read(value);
        }

        @Override
        Node write(Profile profile) {
            return ProfileFormat.write(profile);
        }
    }

    private static final class Distributed extends Kind<Distribution> {

        Distributed() {
            super("distribution");
        }

        @Override
        @Nullable
        Distribution read(Value value) {
            return DistributionFormat.read(value);
        }

        @Override
        Node write(Distribution distribution) {
            return DistributionFormat.write(distribution);
        }
    }

    private static final class Labelled extends Kind<Labels> {

        Labelled() {
            super("labels");
        }

        @Override
        Labels read(Value value) {
            Map<String, String> texts = new LinkedHashMap<>();
            value.entries().forEach((key, label) -> {
                String text = label.text();
                if (text != null) {
                    texts.put(key, text);
                }
            });
            return new Labels(texts);
        }

        @Override
        Node write(Labels labels) {
            return MapBuilder.map(labels.texts(), MapBuilder::scalar);
        }
    }

    private static final class OneOf<E extends Enum<E>> extends Kind<E> {

        private final Class<E> type;

        OneOf(Class<E> type) {
            this.type = type;
        }

        @Override
        @Nullable
        E read(Value value) {
            return value.choice(type);
        }

        @Override
        Node write(E choice) {
            return MapBuilder.scalar(word(choice));
        }

        @Override
        void describe(Map<String, Object> schema) {
            List<String> words = new ArrayList<>();
            for (E choice : type.getEnumConstants()) {
                words.add(word(choice));
            }
            schema.put("enum", words);
        }

        private static String word(Enum<?> choice) {
            return choice.name().toLowerCase(Locale.ROOT);
        }
    }

    private static final class AsItStands extends Kind<Value> {

        private final Map<String, Object> described;

        AsItStands(Map<String, Object> schema) {
            this.described = schema;
        }

        @Override
        Value read(Value value) {
            return value;
        }

        @Override
        Node write(Value value) {
            return value.node();
        }

        @Override
        void describe(Map<String, Object> schema) {
            schema.putAll(described);
        }
    }
}
