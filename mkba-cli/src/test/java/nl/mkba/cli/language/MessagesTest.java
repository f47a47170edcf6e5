package nl.mkba.cli.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.mkba.appraisal.ResultFigure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {

    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    /**
     * Keys that are put together from the name of a command, a word in capitals of its syntax, an operation of a plan or a figure of a
     * result.
     */
    private static final Pattern PUT_TOGETHER =
            Pattern.compile("help\\.[a-z]+(\\.examples)?|placeholder\\.[a-z]+|operation\\.[a-z_]+|figure\\.("
                    + Stream.of(ResultFigure.values()).map(ResultFigure::key).collect(Collectors.joining("|"))
                    + ")");

    @ParameterizedTest
    @ValueSource(strings = {"messages", "report"})
    void bothLanguagesHaveTheSameKeys(String bundle) {
        assertThat(read(Language.NL, bundle).stringPropertyNames())
                .isEqualTo(read(Language.EN, bundle).stringPropertyNames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "report"})
    void bothLanguagesFillInTheSameDetails(String bundle) {
        Properties dutch = read(Language.NL, bundle);
        Properties english = read(Language.EN, bundle);
        for (String key : dutch.stringPropertyNames()) {
            assertThat(places(english.getProperty(key))).as(key).isEqualTo(places(dutch.getProperty(key)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "report"})
    void everyTextIsUsed(String bundle) throws IOException {
        String sources = sources();
        for (String key : read(Language.NL, bundle).stringPropertyNames()) {
            if (!PUT_TOGETHER.matcher(key).matches()) {
                assertThat(sources).as(key).contains('"' + key + '"');
            }
        }
    }

    /** All but the one that is told beside the payback year. */
    @ParameterizedTest
    @EnumSource(value = ResultFigure.class, mode = EnumSource.Mode.EXCLUDE, names = "BELOW_AGAIN_UNTIL")
    void everyFigureOfAResultHasItsName(ResultFigure figure) {
        assertThat(read(Language.EN, "messages").stringPropertyNames().contains("figure." + figure.key()))
                .as("figure." + figure.key())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void argumentsAreFilledInOnce(Language language) {
        assertThat(new Messages(language).text("check.right", "{0} {1}")).startsWith("{0} {1}: ");
    }

    /** Texts with a number that is never 1: more lines than a limit, and a constant. */
    private static final Set<String> NEVER_ONE = Set.of("portfolio.page_too_long", "places.ranking.first");

    /**
     * A number that may be 1 has a word for one and for many: {@code {0} {0?draw|draws}}. Texts with an own version for one, and of
     * alternatives, of which there are several where they are compared, need none.
     */
    @ParameterizedTest
    @ValueSource(strings = {"messages", "report"})
    void whatIsCountedIsRightForOne(String bundle) {
        Pattern many = Pattern.compile(
                "\\{\\d} (more |independent )?(draws|years|rows|places|cases|lines|steps|parameters|replicates|cells|columns|expectations)\\b");
        Properties english = read(Language.EN, bundle);
        for (String key : english.stringPropertyNames()) {
            if (!english.containsKey(key + ".one") && !NEVER_ONE.contains(key)) {
                assertThat(english.getProperty(key)).as(key).doesNotContainPattern(many);
            }
        }
    }

    /** {0} holds the number in the text itself, {0?one|many} only a word that goes with it. */
    @Test
    void aNumberHasItsSingularAndItsPlural() {
        Messages dutch = new Messages(Language.NL);

        assertThat(dutch.text("portfolio.done", "1", "2", 2, "uit.csv"))
                .isEqualTo("1 buurt × 2 gevallen: 2 regels in uit.csv");
        assertThat(dutch.text("portfolio.done", "1.000", 1, "1.000", "uit.csv"))
                .isEqualTo("1.000 buurten × 1 geval: 1.000 regels in uit.csv");
        assertThat(dutch.text("check.right.warnings", "a.yaml", 1)).isEqualTo("a.yaml: in orde, 1 waarschuwing");
        assertThat(dutch.text("check.right.warnings", "a.yaml", 2)).isEqualTo("a.yaml: in orde, 2 waarschuwingen");
    }

    private static Set<String> places(String text) {
        Matcher matcher = PLACE.matcher(text);
        Set<String> places = new TreeSet<>();
        while (matcher.find()) {
            places.add(matcher.group());
        }
        return places;
    }

    private static String sources() throws IOException {
        Path folder = Path.of(System.getProperty("mkba.root"), "mkba-cli/src/main");
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.(java|jte)"))
                    .map(MessagesTest::content)
                    .collect(Collectors.joining());
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Properties read(Language language, String bundle) {
        Properties properties = new Properties();
        try (InputStream in =
                Messages.class.getResourceAsStream("/nl/mkba/cli/" + bundle + "_" + language.id() + ".properties")) {
            properties.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return properties;
    }
}
