package nl.mkba.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java programs in the documentation compile and print what they should. */
class SnippetsTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```java\\n(.*?)^```");
    private static final Pattern JAVADOC = Pattern.compile("(?s) \\* <pre>\\{@code\\n(.*?) \\* \\}</pre>");
    private static final Pattern CLASS = Pattern.compile("(?m)^class (\\w+)");

    @TempDir
    private Path folder;

    @Test
    void theReadmeBuildsAScenario() throws Exception {
        // Costs: 60,000 · (1 + … + 1.028^−3) = 230,371. Benefits: 50 · 40 % · 6,000 · 80 % = 96,000 for each of four
        // cohorts, the
        // year after it enters and seven more, each 10 % less, within ten years: Σ 96,000 · 0.9^k / 1.028^(entry + 1 +
        // k) = 1,778,331
        assertThat(printed("README.md", "DebtHelp")).containsExactly("7.72 per euro, net 1547959 EUR");
    }

    @Test
    void theReadmeReadsAFile() throws Exception {
        List<String> lines = printed("README.md", "FromFile");
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).startsWith("stop_after_4 EUR -");
        assertThat(lines.get(1)).startsWith("full EUR -");
    }

    @Test
    void theEmbeddingPageShowsAmounts() throws Exception {
        assertThat(printed("docs/embedding.md", "Amounts"))
                .containsExactly("0.49", "-2751312.17", "EUR -2751312.17", "Gemeente: EUR -1948172.79");
    }

    @Test
    void theEmbeddingPageSaysTheKeys() throws Exception {
        // Each takes 30 % and 12 % away: the volunteers add to the net, since they cost nothing.
        assertThat(printed("docs/embedding.md", "Keys")).containsExactly("true");
    }

    @Test
    void theEmbeddingPageReadsAText() throws Exception {
        List<String> lines = printed("docs/embedding.md", "FromText");
        // One quality-adjusted life year this year, in prices of 2025.
        assertThat(Double.parseDouble(lines.get(0))).isBetween(50_000.0, 150_000.0);
        assertThat(lines.get(1)).isEqualTo("true");
    }

    @Test
    void theEmbeddingPageMovesASlider() throws Exception {
        List<String> lines = printed("docs/embedding.md", "Slider");
        assertThat(lines).hasSize(3);
        // The value of the file itself, 50 %, gives the file's net.
        assertThat(lines.get(1)).isEqualTo("50%: -2751312");
    }

    /**
     * For 30 people 30 · gain is above 600 where gain, uniform from 10 to 90, is above 20: in 7/8 of the draws. The places cost
     * 400, 600 and 900 and yield 100, 900 and 2,100; the last one is the best within 1,000, and per euro.
     */
    @Test
    void theEmbeddingPageChoosesPlaces() throws Exception {
        assertThat(printed("docs/embedding.md", "Places"))
                .containsExactly("87.5 %", "-", "-", "all", "900.0 2100.0 0.0", "2");
    }

    @Test
    void theEmbeddingPageShowsJson() throws Exception {
        assertThat(printed("docs/embedding.md", "AsJson"))
                .containsExactly("{\"id\":\"achter_de_voordeur\",\"currency\":\"EUR\",");
    }

    @Test
    void theEmbeddingPageShowsChances() throws Exception {
        // The same chance as the one that `mkba simulate` prints for the alternative of twenty years.
        assertThat(printed("docs/embedding.md", "Chances")).containsExactly("above 0 in 0.4 % of the draws");
    }

    @Test
    void theEmbeddingPageShowsProblems() throws Exception {
        assertThat(printed("docs/embedding.md", "Refused"))
                .containsExactly(
                        "not_a_number interventions.coach.costs.staff.amount",
                        "missing_key interventions.coach.effects.skills.value",
                        "unknown_stakeholder interventions.coach.costs.staff.paid_by.citi");
    }

    @Test
    void theSerialisationPageKeepsAScenarioAndItsResults() throws Exception {
        List<String> lines = printed("docs/serialisation.md", "Kept");
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).isEqualTo("true");
        assertThat(lines.get(1)).isEqualTo("{\"lines\":[{\"row\":0,\"alternative\":\"all\",\"outl");
        assertThat(lines.get(2)).isEqualTo("{\"problems\":[]}");
    }

    /** The project that is tried outside the build has the test that the page shows. */
    @Test
    void theTestkitPageShowsTheTestOfTheExample() throws Exception {
        Matcher block = BLOCK.matcher(Files.readString(ROOT.resolve("docs/testkit.md")));
        assertThat(block.find()).isTrue();
        assertThat(block.group(1))
                .isEqualTo(Files.readString(
                        ROOT.resolve("examples/testkit/src/test/java/com/example/testkit/EngineTest.java")));
    }

    /** The project that is tried on the module path has the descriptor that the page shows. */
    @Test
    void theModulePageShowsTheDescriptorOfTheExample() throws Exception {
        Matcher block = BLOCK.matcher(Files.readString(ROOT.resolve("docs/modules.md")));
        assertThat(block.find()).isTrue();
        assertThat(block.group(1))
                .isEqualTo(Files.readString(ROOT.resolve("examples/embedding/src/main/java/module-info.java")));
    }

    /** In one year, that is not discounted: 15 · 10 of joy for 100 or 120 of wages. */
    @Test
    void thePagesThatANewcomerOpensBeginWithWhatRuns() throws Exception {
        String scenario = snippet("nl/mkba/scenario/Scenario");
        assertThat(print(scenario + snippet("nl/mkba/Mkba"), "npv", "dearer")).containsExactly("50.0", "30.0");
        assertThat(print(scenario + snippet("nl/mkba/appraisal/AlternativeResult"), "ratio", "paid", "city"))
                .containsExactly("1.5", "100.0", "-100.0");
    }

    /** The code with which the Javadoc of a type of mkba-core begins. */
    private static String snippet(String type) throws IOException {
        Matcher code = JAVADOC.matcher(Files.readString(ROOT.resolve("mkba-core/src/main/java/" + type + ".java")));
        assertThat(code.find()).as(type).isTrue();
        return code.group(1).replaceAll("(?m)^ \\* ?", "");
    }

    /** What variables hold after statements. */
    private List<String> print(String statements, String... variables) throws Exception {
        StringBuilder program =
                new StringBuilder("import java.util.Map;\nimport nl.mkba.*;\nimport nl.mkba.appraisal.*;\n"
                        + "import nl.mkba.scenario.*;\nclass Snippet {\npublic static void main(String[] args) {\n");
        program.append(statements);
        for (String variable : variables) {
            program.append("System.out.println(").append(variable).append(");\n");
        }
        return run("Snippet", program.append("}\n}\n").toString());
    }

    /** What the program of that name in a page prints, line by line, when run in the project's folder. */
    private List<String> printed(String page, String program) throws Exception {
        return run(program, program(page, program));
    }

    private List<String> run(String program, String text) throws Exception {
        Path source = folder.resolve(program + ".java");
        Files.writeString(source, text);
        String classPath = System.getProperty("java.class.path");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        boolean compiles = compiler.getTask(
                        complaints,
                        null,
                        null,
                        List.of("-proc:none", "-Xlint:-options", "-d", folder.toString(), "-cp", classPath),
                        null,
                        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)
                                .getJavaFileObjects(source))
                .call();
        assertThat(compiles).as(complaints.toString()).isTrue();
        return execute(program, folder + System.getProperty("path.separator") + classPath);
    }

    private List<String> execute(String program, String classPath) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(java.toString(), "-Dfile.encoding=UTF-8", "-cp", classPath, program)
                .directory(ROOT.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        List<String> lines = Files.readAllLines(out);
        assertThat(process.exitValue()).as(Files.readString(err)).isZero();
        return lines;
    }

    private static String program(String page, String name) throws IOException {
        Matcher block = BLOCK.matcher(Files.readString(ROOT.resolve(page)));
        while (block.find()) {
            Matcher declared = CLASS.matcher(block.group(1));
            if (declared.find() && declared.group(1).equals(name)) {
                return block.group(1);
            }
        }
        throw new AssertionError("No program " + name + " in " + page);
    }
}
