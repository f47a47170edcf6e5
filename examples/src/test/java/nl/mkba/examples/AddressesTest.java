package nl.mkba.examples;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.mkba.file.catalogue.Catalogue;
import org.junit.jupiter.api.Test;

/**
 * An address that an example cites was read: it stands in the catalogue, or in {@code addresses.csv} with the month in which
 * it was read again, if it was. Who cites a new one reads it first.
 */
class AddressesTest {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s)>'\"]+");

    private final Set<String> listed = Files.readAllLines(Path.of("addresses.csv")).stream()
            .skip(1)
            .map(line -> line.substring(0, line.indexOf(',')))
            .collect(toSet());

    AddressesTest() throws IOException {}

    @Test
    void everyAddressThatAnExampleCitesWasRead() throws IOException {
        Set<String> unread = cited();
        unread.removeAll(catalogue());
        unread.removeAll(listed);

        assertThat(unread)
                .as("read it, see that it says what the example says, and add it to examples/addresses.csv")
                .isEmpty();
    }

    @Test
    void theListHasNoAddressThatNobodyCites() throws IOException {
        assertThat(cited()).containsAll(listed);
        assertThat(listed).doesNotContainAnyElementsOf(catalogue());
    }

    private static Set<String> cited() throws IOException {
        Set<String> cited = new TreeSet<>();
        for (Path file : scenariosAndTheirPages()) {
            ADDRESS.matcher(Files.readString(file))
                    .results()
                    .map(MatchResult::group)
                    .forEach(cited::add);
        }
        return cited;
    }

    private static List<Path> scenariosAndTheirPages() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("."), 2)) {
            return files.filter(file -> file.getNameCount() == 3)
                    .filter(file ->
                            file.toString().endsWith(".yaml") || file.toString().endsWith(".md"))
                    .toList();
        }
    }

    private static Set<String> catalogue() {
        Catalogue catalogue = Catalogue.read();
        return Stream.concat(
                        catalogue.keyFigures().stream()
                                .map(figure -> figure.parameter().provenance().url()),
                        catalogue.effects().stream()
                                .flatMap(effect -> Stream.of(
                                        effect.parameter().provenance().url(),
                                        effect.evidence().readAt())))
                .filter(Objects::nonNull)
                .collect(toSet());
    }
}
