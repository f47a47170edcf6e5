package nl.mkba.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import nl.mkba.appraisal.QualityShare;
import nl.mkba.cli.language.Language;
import nl.mkba.cli.language.Messages;
import nl.mkba.cli.language.Numbers;
import nl.mkba.source.QualityLevel;
import org.junit.jupiter.api.Test;

class QualityTextTest {

    private static String sentence(Language language, double illustrative) {
        List<QualityShare> shares = List.of(
                new QualityShare(QualityLevel.WEAK, 1, 1, 1, OptionalDouble.of(1 - illustrative)),
                new QualityShare(QualityLevel.ILLUSTRATIVE, 1, 0, 0, OptionalDouble.of(illustrative)));
        return new QualityText(shares, new Messages(language), new Numbers(language, "EUR"))
                .sentence()
                .orElseThrow();
    }

    @Test
    void aSentenceHasWordsForHardlyAnyAndNearlyAll() {
        assertThat(sentence(Language.EN, 0.001))
                .isEqualTo(
                        "0% of the benefits rest on measured parameters alone, 100% on better than illustrative ones; less than 1% of"
                                + " the uncertainty comes from parameters that nobody measured.");
        assertThat(sentence(Language.NL, 0.999))
                .isEqualTo(
                        "0% van de baten berust alleen op gemeten invoergegevens, 100% op betere dan illustratieve; meer dan 99%"
                                + " van de onzekerheid komt van invoergegevens die niemand heeft gemeten.");
    }

    /** Nothing stated is no better than illustrative: it must not read as if all were. */
    @Test
    void whatNobodyStatedIsNotCalledIllustrative() {
        List<QualityShare> unstated = List.of(new QualityShare(QualityLevel.NONE, 0, 1, 1, OptionalDouble.empty()));
        assertThat(new QualityText(unstated, new Messages(Language.EN), new Numbers(Language.EN, "EUR")).sentence())
                .hasValue("0% of the benefits rest on measured parameters alone, 0% on better than illustrative ones.");
        assertThat(new QualityText(unstated, new Messages(Language.NL), new Numbers(Language.NL, "EUR")).sentence())
                .hasValue("0% van de baten berust alleen op gemeten invoergegevens, 0% op betere dan illustratieve.");
    }

    @Test
    void aSentenceBeginsWithACapital() {
        List<QualityShare> withoutBenefits = List.of(
                new QualityShare(QualityLevel.WEAK, 1, 1, 0, OptionalDouble.of(0.999)),
                new QualityShare(QualityLevel.ILLUSTRATIVE, 1, 0, 0, OptionalDouble.of(0.001)));
        assertThat(new QualityText(withoutBenefits, new Messages(Language.EN), new Numbers(Language.EN, "EUR"))
                        .sentence())
                .hasValue("Less than 1% of the uncertainty comes from parameters that nobody measured.");
    }
}
