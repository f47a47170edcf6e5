package nl.mkba.file.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the page for contributors says a change touches is there: the files, and the tests that name what is left out. */
class ContributingPageTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern IN_CODE = Pattern.compile("`([^`]+)`");

    private static Set<String> named(String form) throws IOException {
        Set<String> named = new TreeSet<>();
        Matcher code = IN_CODE.matcher(Files.readString(ROOT.resolve("CONTRIBUTING.md"))
                .split("(?m)^## What a change touches$")[1]
                .split("(?m)^## ")[0]);
        while (code.find()) {
            if (code.group(1).matches(form)) {
                named.add(code.group(1));
            }
        }
        return named;
    }

    @Test
    void everyFileIsThere() throws IOException {
        Set<String> files = named("[\\w./-]+/[\\w./-]+");
        assertThat(files)
                .hasSizeGreaterThan(15)
                .allSatisfy(file -> assertThat(ROOT.resolve(file)).exists());
    }

    @Test
    void everyTestIsThere() throws IOException {
        Set<String> tests = named("\\w+(Test|IT)");
        assertThat(tests).hasSizeGreaterThan(8);
        try (Stream<Path> modules = Files.list(ROOT)) {
            Set<String> sources = new TreeSet<>();
            for (Path module : modules.toList()) {
                Path folder = module.resolve("src").resolve("test").resolve("java");
                if (Files.isDirectory(folder)) {
                    try (Stream<Path> files = Files.walk(folder)) {
                        sources.addAll(
                                files.map(file -> file.getFileName().toString().replace(".java", ""))
                                        .collect(Collectors.toSet()));
                    }
                }
            }
            assertThat(sources).containsAll(tests);
        }
    }

    /** The files of a change, with its test, its line in the changelog and the text of the API; of several places for it the first. */
    @ParameterizedTest
    @CsvSource({"A figure of an alternative, 15", "A distribution, 12", "A key of a cost, 15"})
    void aChangeStaysInFewFiles(String change, int most) throws IOException {
        List<String> table = Files.readAllLines(ROOT.resolve("CONTRIBUTING.md")).stream()
                .dropWhile(line -> !line.startsWith("**" + change))
                .dropWhile(line -> !line.startsWith("|"))
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .toList();
        assertThat(table).isNotEmpty();
        int files = 3;
        for (String row : table) {
            files += (int) IN_CODE.matcher(row.split("\\|")[1].split(", or ")[0])
                    .results()
                    .count();
        }
        assertThat(files).isLessThanOrEqualTo(most);
    }
}
