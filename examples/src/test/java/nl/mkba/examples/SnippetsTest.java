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
    private static final Pattern CLASS = Pattern.compile("(?m)^class (\\w+)");

    @TempDir
    private Path folder;

    @Test
    void theReadmeBuildsAScenario() throws Exception {
        // 10 families · 6,000 · (1 − 1.028^−8) / 0.028 = 424,757; 60,000 · (1 + … + 1.028^−3) = 230,371
        assertThat(run("README.md", "DebtHelp")).containsExactly("1.84 per euro");
    }

    @Test
    void theReadmeReadsAFile() throws Exception {
        List<String> lines = run("README.md", "FromFile");
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).startsWith("stop_after_4 EUR -");
        assertThat(lines.get(1)).startsWith("full EUR -");
    }

    @Test
    void theEmbeddingPageShowsAmounts() throws Exception {
        assertThat(run("docs/embedding.md", "Amounts"))
                .containsExactly("0.87", "-669589.19", "EUR -669589.19", "Gemeente: EUR -759058.86");
    }

    @Test
    void theEmbeddingPageShowsJson() throws Exception {
        assertThat(run("docs/embedding.md", "AsJson"))
                .containsExactly("{\"id\":\"achter_de_voordeur\",\"currency\":\"EUR\",");
    }

    @Test
    void theEmbeddingPageShowsChances() throws Exception {
        // The same chance as the one that `mkba simulate` prints for the alternative of twenty years.
        assertThat(run("docs/embedding.md", "Chances")).containsExactly("above 0 in 34.7 % of the draws");
    }

    @Test
    void theEmbeddingPageShowsProblems() throws Exception {
        assertThat(run("docs/embedding.md", "Refused"))
                .containsExactly("unknown_stakeholder interventions.coach.costs.staff.paid_by.citi");
    }

    /** What the program of that name in a page prints, line by line, when run in the project's folder. */
    private List<String> run(String page, String program) throws Exception {
        Path source = folder.resolve(program + ".java");
        Files.writeString(source, program(page, program));
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
