package nl.mkba.engine.distribution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.mkba.distribution.Distribution;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.text.Text;

/**
 * The forms of a distribution in a scenario file, in the order in which messages name them. All that differs from form to form stands here:
 * the reader, the writer, the JSON Schema, the hints and the reports ask it.
 */
public enum DistributionForm {
    /** From a least to a greatest value, every one as likely as another. */
    UNIFORM(
            row(2),
            Text.of("gelijkmatig", "uniform"),
            Text.of("Alles ertussen even waarschijnlijk.", "Every value in between equally likely."),
            "uniforme, gelijkmatig, van_tot, range, bandbreedte"),
    /** A least, a likeliest and a greatest value, with straight lines between. */
    TRIANGULAR(
            row(3),
            Text.of("driehoek", "triangular"),
            Text.of(
                    "[min, mode, max]: laagste, meest waarschijnlijke, hoogste.",
                    "[min, mode, max]: lowest, most likely, highest."),
            "driehoek, driehoeksverdeling, driehoekig, triangle"),
    /** A least, a likeliest and a greatest value, smoother than triangular. */
    PERT(
            row(3),
            Text.of("PERT", "PERT"),
            Text.of(
                    "[min, mode, max]: laagste, meest waarschijnlijke, hoogste; ronder dan triangular.",
                    "[min, mode, max]: lowest, most likely, highest; smoother than triangular."),
            "pertverdeling, beta_pert"),
    /** Normal, perhaps truncated. */
    NORMAL(
            keys(number("mean"), number("sd"), optional("min"), optional("max")),
            Text.of("normaal", "normal"),
            Text.of("Met `min` en/of `max`: daar afgekapt.", "With `min` and/or `max`: truncated there."),
            "normaal, normale, normale_verdeling, gaussian"),
    /** Lognormal, by its mean and standard deviation or by two percentiles. */
    LOGNORMAL(
            either(List.of(number("mean"), number("sd")), List.of(number("p5"), number("p95"))),
            Text.of("lognormaal", "lognormal"),
            Text.of(
                    "Lognormaal, met gemiddelde en standaardafwijking, of met het 5e en 95e percentiel.",
                    "Lognormal, by mean and standard deviation or by the 5th and 95th percentile."),
            "lognormaal, lognormale"),
    /** Beta, from 0 to 1 or between two other values. */
    BETA(
            keys(number("alpha"), number("beta"), optional("min"), optional("max")),
            Text.of("beta", "beta"),
            Text.of("Tussen 0 en 1, of tussen `min` en `max`.", "Between 0 and 1, or between `min` and `max`."),
            "betaverdeling"),
    /** Gamma, by its shape and its scale. */
    GAMMA(
            keys(number("shape"), number("scale")),
            Text.of("gamma", "gamma"),
            Text.of("Gamma, met als gemiddelde shape maal scale.", "Gamma with mean shape times scale."),
            "gammaverdeling"),
    /** One of a few values, with weights or without. */
    DISCRETE(
            keys(list("values"), optionalList("weights")),
            Text.of("losse waarden", "separate values"),
            Text.of(
                    "Een van een paar waarden; zonder gewichten even waarschijnlijk.",
                    "One of some values; without weights equally likely."),
            "discreet, discrete_waarden"),
    /** One of some observations. */
    EMPIRICAL(
            row(0),
            Text.of("losse waarden", "separate values"),
            Text.of("Een van uw eigen waarnemingen.", "One of your own observations."),
            "empirisch, waarnemingen, observations");

    /**
     * A key of a form.
     *
     * @param name what stands in the file
     * @param isList whether it holds a list of numbers, of at least one, rather than a number
     * @param isRequired whether it may not be left out
     */
    public record Key(String name, boolean isList, boolean isRequired) {}

    /** The length of the row, 0 if any will do; or, without a row, the keys of one way to say it or of two. */
    private record Parameters(int row, List<List<Key>> ways) {}

    private final String word;
    private final Parameters parameters;
    private final Text title;
    private final Text description;
    private final String otherWords;

    DistributionForm(Parameters parameters, Text title, Text description, String otherWords) {
        this.word = name().toLowerCase(Locale.ROOT);
        this.parameters = parameters;
        this.title = title;
        this.description = description;
        this.otherWords = otherWords;
    }

    private static Parameters row(int numbers) {
        return new Parameters(numbers, List.of());
    }

    private static Parameters keys(Key... keys) {
        return new Parameters(0, List.of(List.of(keys)));
    }

    private static Parameters either(List<Key> keys, List<Key> others) {
        return new Parameters(0, List.of(keys, others));
    }

    private static Key number(String key) {
        return new Key(key, false, true);
    }

    private static Key optional(String key) {
        return new Key(key, false, false);
    }

    private static Key list(String key) {
        return new Key(key, true, true);
    }

    private static Key optionalList(String key) {
        return new Key(key, true, false);
    }

    /**
     * {@return the form of a distribution}
     *
     * @param distribution any
     * @throws IllegalStateException for one that is not written, which would be lost without a word
     */
    public static DistributionForm of(Distribution distribution) {
        for (DistributionForm form : values()) {
            if (form.word.equals(distribution.form())) {
                return form;
            }
        }
        throw new IllegalStateException("The form " + distribution.form() + " is not written");
    }

    /**
     * {@return what a distribution is written with}
     *
     * @param distribution any
     * @throws IllegalStateException for one that is not written, which would be lost without a word
     */
    public static DistributionShape shape(Distribution distribution) {
        return of(distribution).shape(distribution.parameters());
    }

    private DistributionShape shape(Map<String, List<Double>> stated) {
        List<Double> row = new ArrayList<>();
        Map<String, Double> numbers = new LinkedHashMap<>();
        Map<String, List<Double>> lists = new LinkedHashMap<>();
        stated.forEach((name, values) -> {
            if (parameters.ways.isEmpty()) {
                row.addAll(values);
            } else if (key(name).isList) {
                lists.put(name, values);
            } else {
                numbers.put(name, values.get(0));
            }
        });
        return new DistributionShape(row, numbers, lists);
    }

    private Key key(String name) {
        for (List<Key> way : parameters.ways) {
            for (Key key : way) {
                if (key.name.equals(name)) {
                    return key;
                }
            }
        }
        throw new IllegalStateException("The number " + name + " of " + word + " is not written");
    }

    /**
     * {@return the distribution that is written with these numbers}
     *
     * @param of those of {@link #row}, or of one of the {@link #ways}
     * @throws InvalidScenarioException if they do not go together
     */
    public Distribution make(DistributionShape of) {
        return switch (this) {
            case UNIFORM -> Distribution.uniform(of.at(0), of.at(1));
            case TRIANGULAR -> Distribution.triangular(of.at(0), of.at(1), of.at(2));
            case PERT -> Distribution.pert(of.at(0), of.at(1), of.at(2));
            case NORMAL ->
                Distribution.normal(of.number("mean"), of.number("sd"), of.optional("min"), of.optional("max"));
            case LOGNORMAL ->
                of.numbers().containsKey("p5")
                        ? Distribution.lognormalInterval(of.number("p5"), of.number("p95"))
                        : Distribution.lognormal(of.number("mean"), of.number("sd"));
            case BETA ->
                Distribution.beta(of.number("alpha"), of.number("beta"), of.optional("min"), of.optional("max"));
            case GAMMA -> Distribution.gamma(of.number("shape"), of.number("scale"));
            case DISCRETE -> Distribution.discrete(of.list("values"), of.optionalList("weights"));
            case EMPIRICAL ->
                Distribution.empirical(
                        of.row().stream().mapToDouble(Double::doubleValue).toArray());
        };
    }

    /** {@return the numbers that the pages' example has, in the order of the parameters; empty if they have none} */
    public List<Object> example() {
        return switch (this) {
            case PERT -> List.of("20%", "40%", "55%");
            case NORMAL -> List.of(72000, 4000, 60000);
            default -> List.of();
        };
    }

    /** {@return what stands in a file, such as {@code uniform}} */
    public String word() {
        return word;
    }

    /** {@return the words of all forms} */
    public static List<String> words() {
        List<String> words = new ArrayList<>();
        for (DistributionForm form : values()) {
            words.add(form.word);
        }
        return words;
    }

    /** {@return how many numbers stand in a row; 0 for as many as there are, or if there are {@link #ways}} */
    public int row() {
        return parameters.row;
    }

    /** {@return the keys of each way to say it; empty if the numbers stand in a row. Of two ways one is taken as a whole} */
    public List<List<Key>> ways() {
        return parameters.ways;
    }

    /** {@return what a report calls it} */
    public Text title() {
        return title;
    }

    /** {@return what it means, for editors: the text of the reference pages} */
    public Text description() {
        return description;
    }

    /** {@return what people may write instead of the word, separated by commas} */
    public String otherWords() {
        return otherWords;
    }
}
