package nl.mkba.file.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    /** The name of a class of the discount policy. */
    static final Kind<String> RATE_CLASS = new Plain("id");

    static final Kind<String> ID = new Id();
    static final Kind<Text> WORDS = new Words();
    static final Kind<Shares> SHARES = new Divided();
    static final Kind<Profile> PROFILE = new Timed();
    static final Kind<Labels> LABELS = new Labelled();

    private final String definition;

    private Kind(String definition) {
        this.definition = definition;
    }

    /** One of the words of an enum. */
    static <E extends Enum<E>> Kind<E> oneOf(Class<E> type) {
        return new OneOf<>(type);
    }

    /** What stands there, or null if it was refused and nothing can stand for it. */
    abstract @Nullable T read(Value value);

    abstract Node write(T value);

    /** Adds what the schema says of the value. */
    void describe(Map<String, Object> schema) {
        schema.put("$ref", "#/$defs/" + definition);
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

    private static final class Labelled extends Kind<Labels> {

        Labelled() {
            super("labels");
        }

        @Override
        Labels read(Value value) {
            return LabelFormat.labels(value);
        }

        @Override
        Node write(Labels labels) {
            return MapBuilder.map(labels.texts(), MapBuilder::scalar);
        }
    }

    private static final class OneOf<E extends Enum<E>> extends Kind<E> {

        private final Class<E> type;

        OneOf(Class<E> type) {
            super("text");
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
}
