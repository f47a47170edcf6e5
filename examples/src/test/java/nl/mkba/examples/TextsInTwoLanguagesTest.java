package nl.mkba.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.mkba.distribution.Distribution;
import nl.mkba.file.ScenarioFile;
import nl.mkba.scenario.Part;
import nl.mkba.text.Text;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What people read in an example is there in Dutch and in English, and whatever a report names has a name. Only a unit may be one
 * text: one that is written the same in both ({@code fte}, {@code EUR/QALY}). Ids, groups, grades, labels and sources are no texts
 * of this kind: they are the same in both.
 */
class TextsInTwoLanguagesTest {

    /** Words of units that are the same in Dutch and in English. */
    private static final Set<String> SAME_IN_BOTH =
            Set.of("1", "EUR", "QALY", "contact", "fte", "ha", "hectare", "km", "project", "week");

    private static final Pattern WORD = Pattern.compile("(?<![\\p{L}-])\\p{Ll}+(?![\\p{L}-])");

    /** Words that are frequent in one language and are none in the other. */
    private static final Set<String> DUTCH = Set.of(
            "aan bij dan dat de een en geen het maar naar niet ook op te uit van voor wie wordt zijn".split(" "));

    private static final Set<String> ENGLISH =
            Set.of("and are as but by for from it no not on or than that the those to what who with".split(" "));

    private static final Pattern NAME_OF_PARAMETER = Pattern.compile("parameters\\.[^.]+\\.name");

    /** A chart, a slider and "find out first" show a parameter apart from the one above it in the file. */
    private static final Pattern LEANS = Pattern.compile(
            "(?i)\\b(daarvan|waarvan|die (waarde|begeleiding))\\b|\\bof (that|those|these|them|which)$");

    private static final String SCENARIO = """
            mkba: 1
            id: half
            title: {nl: Een wijk, en: A neighbourhood}
            description: {nl: Een wijk}
            notes: Alleen in het Nederlands
            base_year: 2026
            price_level: 2025
            horizon: 9
            discounting: nl_2026
            stakeholders:
              city: {name: {nl: Gemeente, en: City}}
              state: {}
            parameters:
              staff: {name: {nl: Personeel, en: Staff}, value: 3, unit: fte}
              homes: {name: {nl: Woningen, en: Homes}, value: 3, unit: woning}
              part: {name: {nl: Deel daarvan, en: Share of that}, value: 1, unit: '1'}
              wage: {name: {nl: Loon, en: Wage}, value: 3, note: {nl: 'Wat er in het contract staat', en: 'Wat er in het contract staat'}}
            interventions:
              coach:
                name: {nl: Begeleiding, en: Coaching}
                participants: {count: homes, unit: deelnemer, when: {in: 0}}
                costs:
                  salary: {paid_by: city, amount: staff * wage, note: 'Per jaar'}
                unpriced:
                  - {name: Trots, sign: positive, stakeholder: city}
            alternatives: {full: {name: {nl: 'The whole package for the city', en: The whole package}, interventions: [coach]}}
            """;

    @TempDir
    private Path folder;

    static Stream<Path> examples() throws IOException {
        return SourcedFiguresTest.examples();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyTextOfAnExampleIsInDutchAndInEnglish(Path example) {
        assertThat(faults(example)).isEmpty();
    }

    @Test
    void whatIsMissingIsFoundWithItsFileAndPlace() throws IOException {
        Path file = Files.writeString(folder.resolve("half.yaml"), SCENARIO);

        assertThat(faults(file))
                .containsExactly(
                        "half.yaml: description: no English",
                        "half.yaml: notes: one language: Alleen in het Nederlands",
                        "half.yaml: stakeholders.state: no name",
                        "half.yaml: parameters.homes.unit: one language: woning",
                        "half.yaml: parameters.part.name: says what it is of only beside its neighbour: Share of that",
                        "half.yaml: parameters.wage.note: no English: Wat er in het contract staat",
                        "half.yaml: interventions.coach.participants.unit: one language: deelnemer",
                        "half.yaml: interventions.coach.costs.salary: no name",
                        "half.yaml: interventions.coach.costs.salary.note: one language: Per jaar",
                        "half.yaml: interventions.coach.unpriced.0.name: one language: Trots",
                        "half.yaml: alternatives.full.name: no Dutch: The whole package for the city");
    }

    private static List<String> faults(Path file) {
        List<String> faults = new ArrayList<>();
        check("", ScenarioFile.read(file), faults);
        return faults.stream().map(fault -> file.getFileName() + ": " + fault).toList();
    }

    /** Everything that a part of a scenario says, whatever it is: a new kind of text is looked at without a word here. */
    private static void check(String path, @Nullable Object part, List<String> faults) {
        if (part instanceof Text text) {
            if (NAME_OF_PARAMETER.matcher(path).matches()
                    && text.versions().values().stream()
                            .anyMatch(version -> LEANS.matcher(version).find())) {
                faults.add(path + ": says what it is of only beside its neighbour: "
                        + text.versions().get(Text.ENGLISH));
            }
            faultOf(text, path.endsWith(".unit")).forEach(fault -> faults.add(path + ": " + fault));
        } else if (part instanceof Part whole) {
            whole.components().forEach((name, each) -> {
                if (name.equals("name") && each == null) {
                    faults.add(path + ": no name");
                }
                check(child(path, name), each, faults);
            });
        } else if (part instanceof Map<?, ?> map) {
            map.forEach((key, each) -> check(child(path, String.valueOf(key)), each, faults));
        } else if (part instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                check(
                        child(path, list.get(i) instanceof Part one ? id(one, i) : String.valueOf(i)),
                        list.get(i),
                        faults);
            }
        } else if (part instanceof Record record && !(part instanceof Distribution)) { // which has numbers only
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                check(child(path, component.getName()), value(record, component), faults);
            }
        }
    }

    private static String id(Part part, int index) {
        return String.valueOf(part.components().getOrDefault("id", index));
    }

    private static @Nullable Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** The path as in the file, where terms, provenance and texts are not written as such. */
    private static String child(String path, String name) {
        boolean unwritten = Set.of("terms", "provenance", "texts").contains(name);
        return unwritten ? path : path.isEmpty() ? name : path + "." + name;
    }

    private static List<String> faultOf(Text text, boolean isUnit) {
        if (text.plain() != null) {
            boolean sameInBoth =
                    isUnit && SAME_IN_BOTH.containsAll(List.of(text.plain().split("/")));
            return sameInBoth ? List.of() : List.of("one language: " + text.plain());
        }
        List<String> faults = new ArrayList<>();
        versionFault(text, Text.DUTCH, "Dutch", ENGLISH, DUTCH).ifPresent(faults::add);
        versionFault(text, Text.ENGLISH, "English", DUTCH, ENGLISH).ifPresent(faults::add);
        return faults;
    }

    private static Optional<String> versionFault(
            Text text, String code, String language, Set<String> wordsOfTheOther, Set<String> words) {
        String version = text.versions().get(code);
        if (version == null || version.isBlank()) {
            return Optional.of("no " + language);
        }
        return count(version, wordsOfTheOther) > count(version, words)
                ? Optional.of("no " + language + ": " + version)
                : Optional.empty();
    }

    private static long count(String text, Set<String> words) {
        return WORD.matcher(text)
                .results()
                .filter(word -> words.contains(word.group()))
                .count();
    }
}
