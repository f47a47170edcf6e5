package nl.mkba.file.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The glossary: the classes and members that it names are there. */
class GlossaryTest {

    private static final List<Path> SOURCES =
            List.of(Path.of("..", "mkba-core", "src", "main", "java"), Path.of("src", "main", "java"));
    private static final int CLASS_COLUMN = 4;
    private static final Pattern NAME = Pattern.compile("`(\\w+)((?:\\.\\w+)*)`");

    @Test
    void everyClassNamedIsInTheCode() throws IOException {
        List<String> absent = new ArrayList<>();
        for (String row : Files.readAllLines(Page.DOCS.resolve("glossary.md"))) {
            String[] cells = row.split("\\|", -1);
            if (cells.length > CLASS_COLUMN) {
                Matcher name = NAME.matcher(cells[CLASS_COLUMN]);
                while (name.find()) {
                    if (!isThere(name.group(1), name.group(2))) {
                        absent.add(name.group());
                    }
                }
            }
        }
        assertThat(absent).isEmpty();
    }

    private static boolean isThere(String type, String members) throws IOException {
        Optional<Path> source = Optional.empty();
        for (Path folder : SOURCES) {
            try (Stream<Path> files = Files.walk(folder)) {
                source = source.or(() ->
                        files.filter(file -> file.endsWith(type + ".java")).findFirst());
            }
        }
        if (source.isEmpty()) {
            return false;
        }
        String code = Files.readString(source.get());
        return Stream.of(members.split("\\."))
                .allMatch(member ->
                        Pattern.compile("\\b" + member + "\\b").matcher(code).find());
    }
}
