package nl.mkba.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.mkba.expression.Expression;
import nl.mkba.file.catalogue.Catalogue;
import nl.mkba.file.catalogue.CatalogueSection;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.scenario.OptimismBias;
import nl.mkba.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncludeTest {

    private static final String SCENARIO = """
            mkba: 1
            id: including
            title: Met andere bestanden
            base_year: 2024
            price_level: 2024
            horizon: 5
            discounting: 3%
            interventions:
              coach: {costs: {staff: {paid_by: city, amount: salary, evidence: A}}}
            """;

    private static final String CITY = "stakeholders: {city: {name: Gemeente}}\n";

    @TempDir
    private Path folder;

    @Test
    void theLaterOfTwoFilesWinsAndTheFileItselfOverBoth() throws IOException {
        write("first.yaml", CITY + "parameters: {salary: a + b + c, a: 1, b: 1, c: 1}\n");
        write("second.yaml", "parameters: {b: 2, c: 2}\n");
        Scenario scenario = read(SCENARIO + "include: [first.yaml, second.yaml]\nparameters: {c: 3}\n");

        assertThat(scenario.parameters().get("a").value()).isEqualTo(Expression.of(1));
        assertThat(scenario.parameters().get("b").value()).isEqualTo(Expression.of(2));
        assertThat(scenario.parameters().get("c").value()).isEqualTo(Expression.of(3));
    }

    /** What refers to the id, as it will be once it is mended, is not at fault. */
    @Test
    void aWrongIdIsReportedInTheFileThatHasIt() throws IOException {
        write(
                "first.yaml",
                "stakeholders: {City: {name: Gemeente}, Unused: {name: Anders}}\nparameters: {salary: 1}\n");

        assertThatThrownBy(() -> read(SCENARIO + "include: [first.yaml]\n"))
                .isInstanceOfSatisfying(
                        InvalidScenarioException.class,
                        refused -> assertThat(refused.problems())
                                .extracting(problem -> problem.code().id() + " " + problem.path())
                                .containsExactly("not_an_id stakeholders.City"));
    }

    @Test
    void anEntryReplacesAsAWhole() throws IOException {
        write("figures.yaml", CITY + "parameters: {salary: {value: 5, unit: EUR, price_year: 2018}}\n");
        Scenario scenario = read(SCENARIO + "include: [figures.yaml]\nparameters: {salary: {value: 6}}\n");

        assertThat(scenario.parameters().get("salary").unit()).isNull();
        assertThat(scenario.parameters().get("salary").priceYear()).isNull();
    }

    @Test
    void theCatalogueBringsWhatIsReferredToAndNothingElse() throws IOException {
        Scenario scenario =
                read(SCENARIO.replace("{paid_by: city, amount: salary", "{paid_by: state, amount: eviction_cost")
                        + "include: ['catalogue:stakeholders', 'catalogue:housing', 'catalogue:safety']\n");

        assertThat(scenario.parameters()).containsOnlyKeys("eviction_cost");
        assertThat(scenario.parameters().get("eviction_cost").value()).isEqualTo(Expression.of(7500));
        assertThat(scenario.parameters().get("eviction_cost").priceYear()).isEqualTo(2014);
        assertThat(scenario.stakeholders()).containsOnlyKeys("state");
    }

    @Test
    void everyFigureOfTheCatalogueCanBeUsed() throws IOException {
        Catalogue catalogue = Catalogue.read();
        List<String> ids = Stream.concat(
                        catalogue.keyFigures().stream()
                                .map(figure -> figure.parameter().id()),
                        catalogue.effects().stream()
                                .map(effect -> effect.parameter().id()))
                .toList();
        // A stream for every fifty, since a formula is not as deep as the catalogue is long.
        String streams = IntStream.iterate(0, from -> from < ids.size(), from -> from + 50)
                .mapToObj(from -> "staff" + from + ": {paid_by: municipality, amount: "
                        + String.join(" + ", ids.subList(from, Math.min(from + 50, ids.size()))) + "}")
                .collect(Collectors.joining(", "));
        String parts = Arrays.stream(CatalogueSection.values())
                .map(part -> "'" + part.include() + "'")
                .collect(Collectors.joining(", "));
        Scenario scenario = read(SCENARIO.replace("staff: {paid_by: city, amount: salary, evidence: A}", streams)
                + "include: [" + parts + "]\n");

        assertThat(scenario.parameters()).hasSize(ids.size());
    }

    @Test
    void aPartThatTheCatalogueDoesNotHaveIsRefusedWithTheNearest() {
        InvalidScenarioException refused = catchThrowableOfType(
                InvalidScenarioException.class, () -> read(SCENARIO + CITY + "include: ['catalogue:huosing']\n"));

        assertThat(refused.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.UNKNOWN_CATALOGUE);
            assertThat(problem.path()).isEqualTo("include[0]");
            assertThat(problem.suggestions()).containsExactly("housing");
        });
    }

    @Test
    void includedFilesIncludeRelativeToThemselves() throws IOException {
        write("parts/city.yaml", "include: [deeper/salary.yaml, ../shared.yaml]\n");
        write("parts/deeper/salary.yaml", "parameters: {salary: 5}\n");
        write("shared.yaml", CITY);

        assertThat(read(SCENARIO + "include: [parts/city.yaml]\n").parameters()).containsKey("salary");
    }

    @Test
    void aFileThatTwoOthersIncludeIsNoCircle() throws IOException {
        write("a.yaml", "include: [common.yaml]\n");
        write("b.yaml", "include: [common.yaml]\n");
        write("common.yaml", CITY + "parameters: {salary: 5}\n");

        assertThat(read(SCENARIO + "include: [a.yaml, b.yaml]\n").stakeholders())
                .containsOnlyKeys("city");
    }

    @Test
    void whatNothingRefersToIsLeftOut() throws IOException {
        write("all.yaml", """
                stakeholders: {city: {}, state: {weight: heavy}, bearer: {weight: ignored}}
                parameters: {salary: base * 2, base: 5, heavy: 1, ignored: 1, harm: 3, corrected: 10%, unused: ignored}
                outcomes:
                  nuisance: {baseline: harm, value: 5, borne_by: state}
                  noise: {baseline: 5, value: 5, borne_by: bearer}
                optimism_bias: {A: {costs: corrected, effects: 0}}
                """);
        Scenario scenario =
                read(SCENARIO + "include: [all.yaml]\noutcomes: {own: {baseline: 1, value: 1, borne_by: city}}\n"
                        + "alternatives: {all: {interventions: [coach], set: {unused: 1}}}\n"
                        + "expect: [{figure: stakeholders.bearer.net, value: 1}]\n");

        assertThat(scenario.parameters()).containsOnlyKeys("salary", "base", "corrected", "unused", "ignored");
        assertThat(scenario.outcomes()).containsOnlyKeys("own");
        assertThat(scenario.stakeholders()).containsOnlyKeys("city");
    }

    @Test
    void referencesAreFollowedThroughOutcomesAndStakeholders() throws IOException {
        write("all.yaml", """
                stakeholders: {city: {}, state: {weight: heavy}}
                parameters: {salary: 1, heavy: 1, harm: 3}
                outcomes: {nuisance: {baseline: harm, value: 5, borne_by: state}}
                """);
        Scenario scenario = read((SCENARIO + "include: [all.yaml]\n")
                .replace("{costs:", "{effects: {calm: {reduces: nuisance, by: 5%}}, costs:"));

        assertThat(scenario.parameters()).containsOnlyKeys("salary", "harm", "heavy");
        assertThat(scenario.stakeholders()).containsOnlyKeys("city", "state");
    }

    @Test
    void gradesOfOptimismBiasAreReplacedOneByOne() throws IOException {
        write("bias.yaml", CITY + """
                parameters: {salary: 5}
                optimism_bias: {A: {costs: 10%, effects: 0}, B: {costs: 20%, effects: 0}}
                """);
        Scenario scenario = read(SCENARIO + "include: [bias.yaml]\noptimism_bias: {A: {costs: 30%, effects: 0}}\n");

        assertThat(scenario.optimismBias())
                .containsEntry("A", new OptimismBias(Expression.parse("30%"), Expression.ZERO))
                .containsKey("B");
    }

    @Test
    void aLinkDoesNotLeadOutOfTheFolder() throws IOException {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        write("outside/secret.yaml", CITY + "parameters: {salary: 5}\n");
        Path inside = Files.createDirectory(folder.resolve("inside"));
        Files.createSymbolicLink(inside.resolve("link.yaml"), outside.resolve("secret.yaml"));
        Files.createSymbolicLink(inside.resolve("linked"), outside);
        Path file = Files.writeString(
                inside.resolve("scenario.yaml"), SCENARIO + "include: [link.yaml, linked/secret.yaml]\n");

        assertThat(problems(file, List.of()))
                .extracting(Problem::code)
                .containsExactly(ProblemCode.INCLUDE_OUTSIDE, ProblemCode.INCLUDE_OUTSIDE);
    }

    @Test
    void aLibraryIsReadByNameAndByPath() throws IOException {
        write("library/figures.yaml", CITY + "include: [more/salary.yaml]\n");
        write("library/more/salary.yaml", "parameters: {salary: 5}\n");
        Path library = folder.resolve("library");
        Path own = Files.createDirectory(folder.resolve("own"));

        for (String include : List.of(
                "figures.yaml",
                "../library/figures.yaml",
                library.resolve("figures.yaml").toString())) {
            Path file = Files.writeString(own.resolve("scenario.yaml"), SCENARIO + "include: ['" + include + "']\n");
            assertThat(ScenarioFile.load(file, List.of(library)).scenario().parameters())
                    .containsKey("salary");
            if (!include.equals("figures.yaml")) {
                assertThat(problems(file, List.of())).extracting(Problem::code).contains(ProblemCode.INCLUDE_OUTSIDE);
            }
        }
    }

    @Test
    void theScenariosOwnFolderGoesBeforeALibrary() throws IOException {
        write("library/figures.yaml", CITY + "parameters: {salary: 1}\n");
        write("own/figures.yaml", CITY + "parameters: {salary: 2}\n");
        write("own/scenario.yaml", SCENARIO + "include: [figures.yaml]\n");

        Scenario scenario = ScenarioFile.load(folder.resolve("own/scenario.yaml"), List.of(folder.resolve("library")))
                .scenario();
        assertThat(scenario.parameters().get("salary").value()).isEqualTo(Expression.of(2));
    }

    @Test
    void allFilesTogetherMayHaveTenMegabytes() throws IOException {
        String comment = ("# " + "x".repeat(98) + "\n").repeat(60_000);
        write("large.yaml", comment + CITY + "parameters: {salary: 5}\n");
        assertThat(read(SCENARIO + "include: [large.yaml]\n").parameters()).containsKey("salary");

        write("also_large.yaml", comment);
        assertThat(problems(write("scenario.yaml", SCENARIO + "include: [large.yaml, also_large.yaml]\n"), List.of()))
                .extracting(Problem::code)
                .containsExactly(ProblemCode.FILE_TOO_LARGE);
    }

    @Test
    void aLongChainOfIncludesIsRefused() throws IOException {
        for (int i = 0; i < 30; i++) {
            write("link" + i + ".yaml", "include: [link" + (i + 1) + ".yaml]\n");
        }
        assertThat(problems(write("scenario.yaml", SCENARIO + "include: [link0.yaml]\n"), List.of()))
                .extracting(Problem::code)
                .containsExactly(ProblemCode.INCLUDE_TOO_DEEP);
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Scenario read(String text) throws IOException {
        return ScenarioFile.read(write("scenario.yaml", text));
    }

    private static List<Problem> problems(Path file, List<Path> libraries) {
        return catchThrowableOfType(InvalidScenarioException.class, () -> ScenarioFile.load(file, libraries))
                .problems();
    }
}
