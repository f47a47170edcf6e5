package nl.mkba.examples;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An address that an example, the catalogue or a page cites was read: it stands in {@code addresses.csv} with the year in which
 * its figure was collected, or the month in which it was read again. Who cites a new one reads it first.
 */
class AddressesTest {

    private static final Path SCENARIOS = Path.of(".");
    private static final Path CATALOGUE =
            Path.of("..", "mkba-scenarios", "src", "main", "resources", "nl", "mkba", "file", "catalogue");
    private static final Path PAGES = Path.of("..", "docs");

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s)>'\"`|]*[^\\s)>'\"`|.,;:]");

    /** Kept free for examples of addresses (RFC 2606). */
    private static final String OF_NOBODY = "https://example.org/";

    /** The machine itself, in programs on a page. */
    private static final String OWN = "http://localhost";

    private static final Pattern WHEN = Pattern.compile("20\\d\\d(-(0[1-9]|1[0-2]))?");

    private final Map<String, String> read = Files.readAllLines(SCENARIOS.resolve("addresses.csv")).stream()
            .skip(1)
            .map(line -> line.split(",", -1))
            .collect(toMap(columns -> columns[0], columns -> columns[1]));

    AddressesTest() throws IOException {}

    @Test
    void everyCitedAddressWasRead() throws IOException {
        Set<String> unread = cited();
        unread.removeAll(read.keySet());

        assertThat(unread)
                .as(
                        "read it, see that it says what is said with it, and add it to examples/addresses.csv with the month")
                .isEmpty();
    }

    @Test
    void everyAddressSaysWhenItWasRead() {
        assertThat(read)
                .allSatisfy((address, when) -> assertThat(when).as(address).matches(WHEN));
    }

    @ParameterizedTest
    @CsvSource({"../docs/en/evidence.md, %d of the %d addresses", "../docs/nl/bewijs.md, %d van de %d adressen"})
    void thePageSaysHowManyWereReadAgain(Path page, String words) throws IOException {
        long again = read.values().stream().filter(when -> when.contains("-")).count();

        assertThat(Files.readString(page)).contains(String.format(words, again, read.size()));
    }

    @Test
    void theListHasNoAddressThatNobodyCites() throws IOException {
        assertThat(cited()).containsAll(read.keySet());
    }

    @Test
    void addressesAreFoundInScenariosPagesAndTheCatalogue() throws IOException {
        assertThat(in(SCENARIOS, 3, ".yaml")).hasSizeGreaterThan(40);
        assertThat(in(SCENARIOS, 3, ".md")).hasSizeGreaterThan(10);
        assertThat(in(CATALOGUE, 3, ".yaml")).hasSizeGreaterThan(100);
        assertThat(in(PAGES, 3, ".md")).hasSizeGreaterThan(10);
        assertThat(ADDRESS.matcher("[a](https://a.nl/b_(c), https://d.nl/e?f=1&g; https://h.nl.")
                        .results())
                .extracting(MatchResult::group)
                .containsExactly("https://a.nl/b_(c", "https://d.nl/e?f=1&g", "https://h.nl");
    }

    private static Set<String> cited() throws IOException {
        Set<String> cited = in(SCENARIOS, 3, ".yaml");
        cited.addAll(in(SCENARIOS, 3, ".md"));
        cited.addAll(in(CATALOGUE, 3, ".yaml"));
        cited.addAll(in(PAGES, 3, ".md"));
        return cited;
    }

    /** The addresses in the files of one kind in a folder, up to so many levels below it. */
    private static Set<String> in(Path folder, int depth, String suffix) throws IOException {
        Set<String> addresses = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder, depth)) {
            for (Path file : files.filter(each -> each.toString().endsWith(suffix))
                    .filter(each -> !each.toString().contains("target"))
                    .toList()) {
                ADDRESS.matcher(Files.readString(file))
                        .results()
                        .map(MatchResult::group)
                        .filter(address -> !address.startsWith(OF_NOBODY) && !address.startsWith(OWN))
                        .forEach(addresses::add);
            }
        }
        return addresses;
    }
}
