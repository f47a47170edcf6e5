package nl.mkba.file.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about the method: every rule names a test, and every test that it names is there. */
class MethodPageTest {

    private static final Path PAGE = Page.DOCS.resolve("method").resolve("README.md");
    private static final List<Path> TESTS = List.of(
            Path.of("..", "mkba-core", "src", "test", "java"), Path.of("..", "mkba-testkit", "src", "test", "java"));
    private static final Path CASES = Path.of(
            "..", "mkba-testkit", "src", "main", "resources", "nl", "mkba", "testkit", "conformance", "cases.txt");
    private static final Pattern CASE = Pattern.compile("`(published/\\w+)`");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)\\.(\\w+)`");
    private static final Pattern RULE = Pattern.compile("(?m)^\\*\\*([A-Z]\\d+)\\.");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([A-Z]\\d+) \\| (?:laws and anchors|.*Test\\.)");

    @Test
    void everyTestNamedIsInTheSourceTree() throws IOException {
        List<String> absent = new ArrayList<>();
        Matcher named = TEST.matcher(Files.readString(PAGE));
        while (named.find()) {
            Optional<Path> source = source(named.group(1));
            if (source.isEmpty() || !Files.readString(source.get()).contains(" " + named.group(2) + "(")) {
                absent.add(named.group());
            }
        }
        assertThat(absent).isEmpty();
    }

    @Test
    void everyCaseNamedIsInTheTestkit() throws IOException {
        String cases = Files.readString(CASES);
        List<String> named = CASE.matcher(Files.readString(PAGE))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(named).isNotEmpty().allSatisfy(name -> assertThat(cases).contains("\n" + name + " |"));
    }

    @Test
    void everyRuleHasATest() throws IOException {
        assertThat(all(ROW)).isEqualTo(all(RULE));
    }

    private static Set<String> all(Pattern pattern) throws IOException {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(Files.readString(PAGE));
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static Optional<Path> source(String test) throws IOException {
        for (Path folder : TESTS) {
            try (Stream<Path> files = Files.walk(folder)) {
                Optional<Path> found =
                        files.filter(file -> file.endsWith(test + ".java")).findFirst();
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
