package nl.mkba.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import nl.mkba.distribution.Distribution;
import nl.mkba.file.ScenarioFile;
import nl.mkba.file.catalogue.Catalogue;
import nl.mkba.file.catalogue.Effect;
import nl.mkba.file.catalogue.KeyFigure;
import nl.mkba.scenario.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * The values that the collected studies lead to, each where it is used: an effect or a price of the catalogue, or, where it
 * was converted for one example alone, a parameter of that example. Who changes one, changes it here too, with its source.
 */
class CollectedEffectsTest {

    private static final Catalogue CATALOGUE = Catalogue.read();

    @ParameterizedTest
    @CsvFileSource(resources = "collected_effects.csv", numLinesToSkip = 1)
    void whatWasCollectedIsInTheCatalogueOrInTheExampleItWasConvertedFor(
            Double low, Double central, Double high, String where) {
        Parameter parameter = parameter(where);
        assertThat(Optional.ofNullable(parameter.value())
                        .flatMap(value -> value.number().stream().boxed().findFirst()))
                .as(where)
                .contains(central);
        Distribution distribution = parameter.distribution();
        assertThat(distribution == null ? null : distribution.lowest())
                .as(where)
                .isEqualTo(low);
        assertThat(distribution == null ? null : distribution.highest())
                .as(where)
                .isEqualTo(high);
    }

    private static Parameter parameter(String where) {
        String[] parts = where.split(":");
        if (!parts[0].equals("catalogue")) {
            return ScenarioFile.read(Path.of(parts[0], parts[0] + ".yaml"))
                    .parameters()
                    .get(parts[1]);
        }
        return Stream.concat(
                        CATALOGUE.effects().stream().map(Effect::parameter),
                        CATALOGUE.keyFigures().stream().map(KeyFigure::parameter))
                .filter(each -> each.id().equals(parts[1]))
                .findFirst()
                .orElseThrow();
    }
}
