package nl.mkba.cli.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.mkba.cli.language.Messages;
import nl.mkba.cli.language.Numbers;
import nl.mkba.cli.report.Document.AlternativePart;
import nl.mkba.cli.report.Document.Section;
import nl.mkba.json.tree.Json;
import org.jspecify.annotations.Nullable;

/**
 * What the templates of the web page are filled with.
 *
 * @param first code of the language that is shown first
 * @param voices the report in each language, the first one shown first
 * @param best id of the alternative that is shown first
 * @param currency the scenario's currency
 * @param version of the program
 * @param plans the plans that sliders evaluate, as JSON, by alternative
 * @param style the style sheet
 * @param scripts the scripts, in the order in which they run
 * @param policy the content security policy: nothing but these scripts runs, and nothing is fetched
 */
public record Page(
        String first,
        List<Voice> voices,
        String best,
        String currency,
        String version,
        Map<String, String> plans,
        String style,
        List<String> scripts,
        String policy) {

    private static final MathContext TEN_DIGITS = new MathContext(10, RoundingMode.HALF_UP);

    public Page {
        voices = List.copyOf(voices);
        plans = Collections.unmodifiableMap(new LinkedHashMap<>(plans));
        scripts = List.copyOf(scripts);
    }

    /** The names of the alternatives that are told apart in a language, by id; none if there is only one. */
    public Map<String, String> alternatives(Voice voice) {
        Map<String, String> names = new LinkedHashMap<>();
        for (Section section : voice.document().sections()) {
            for (Document.Block block : section.blocks()) {
                if (block instanceof AlternativePart part) {
                    names.putIfAbsent(part.alternative(), part.name());
                }
            }
        }
        return names;
    }

    /** The report in one language, with the texts of the page around it. */
    public static final class Voice {
        private final Document document;
        private final Messages texts;
        private final Messages shared;
        private final Numbers numbers;

        Voice(Document document, String currency) {
            this.document = document;
            this.texts = Messages.ofReport(document.language()).in(currency);
            this.shared = new Messages(document.language()).in(currency);
            this.numbers = new Numbers(document.language(), currency);
        }

        /** The report. */
        public Document document() {
            return document;
        }

        /** The code of the language. */
        public String language() {
            return document.language().id();
        }

        /** The name of the language, in the language itself. */
        public String name() {
            return switch (document.language()) {
                case NL -> "Nederlands";
                case EN -> "English";
            };
        }

        /** The sign of the currency. */
        public String currencySign() {
            return numbers.currency();
        }

        /** A text of the page. */
        public String text(String key, Object... arguments) {
            return texts.text(key, arguments);
        }

        /** The heading of what is central. */
        public String central() {
            return shared.text("column.central");
        }

        /** The central value of a slider. */
        public String value(Document.Slider slider) {
            return slider.isFraction()
                    ? numbers.percentage(slider.central())
                    : ((slider.isMoney() ? numbers.preciseMoney(slider.central()) : numbers.precise(slider.central()))
                                    + " " + slider.unit())
                            .strip();
        }

        /** How loud a paragraph is, as a class of the style sheet. */
        public String tone(Document.Paragraph paragraph) {
            return paragraph.tone().name().toLowerCase(Locale.ROOT);
        }

        /** What a chart draws, harmless inside a script element; a picture needs no more than ten digits of a number. */
        public String json(Document.Chart chart) {
            return embedded(drawn(chart.data()));
        }
    }

    private static @Nullable Object drawn(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> drawn = new LinkedHashMap<>();
            map.forEach((key, value) -> drawn.put(key, drawn(value)));
            return drawn;
        }
        if (tree instanceof List<?> list) {
            List<@Nullable Object> drawn = new ArrayList<>();
            list.forEach(value -> drawn.add(drawn(value)));
            return drawn;
        }
        return tree instanceof Double number && Double.isFinite(number)
                ? (Object) BigDecimal.valueOf(number).round(TEN_DIGITS).doubleValue()
                : tree;
    }

    /** A tree as JSON in which nothing can end a script element. */
    static String embedded(@Nullable Object tree) {
        return Json.line(tree).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    }
}
