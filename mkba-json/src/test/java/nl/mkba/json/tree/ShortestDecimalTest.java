package nl.mkba.json.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShortestDecimalTest {

    private static final int BEFORE = 3;

    /** Numbers of each kind. */
    private static final int MANY = 40_000;

    @ParameterizedTest
    @CsvSource({
        "0, 0.0",
        "-0.0, -0.0",
        "1, 1.0",
        "-100, -100.0",
        "9999999, 9999999.0",
        "10000000, 1.0E7",
        "123456789, 1.23456789E8",
        "0.001, 0.001",
        "0.00123, 0.00123",
        "0.000123, 1.23E-4",
        "0.1, 0.1",
        "-1234.5, -1234.5",
        "2e-3, 0.002",
        "1e23, 1.0E23",
        "2e23, 2.0E23",
        "4.9e-324, 4.9E-324",
        "9.9e-324, 9.9E-324",
        "2.2250738585072014e-308, 2.2250738585072014E-308",
        "-1.7976931348623157e308, -1.7976931348623157E308"
    })
    void aNumberHasTheFewestDigitsThatGiveItBack(double number, String text) {
        assertThat(written(number, '.')).isEqualTo(text);
    }

    @Test
    void theDecimalMarkIsGiven() {
        assertThat(written(-1234.5, ',')).isEqualTo("-1234,5");
        assertThat(written(0.001, ',')).isEqualTo("0,001");
        assertThat(written(1.5e100, ',')).isEqualTo("1,5E100");
        assertThat(written(0, ',')).isEqualTo("0,0");
    }

    /** By Jackson, which writes the numbers of JSON. */
    @Test
    void everyNumberIsWrittenAsInJson() {
        SplittableRandom random = new SplittableRandom(20261130);
        for (int i = 0; i < MANY; i++) {
            same(Double.longBitsToDouble(random.nextLong()));
            // amounts in cents and in thousandths, and few digits with any exponent
            same(random.nextLong(1L << 40) / 100.0);
            same(-random.nextInt(100_000) / Math.pow(10, random.nextInt(12)));
            same(Double.parseDouble(random.nextInt(1000) + "e" + (random.nextInt(620) - 310)));
            same(random.nextDouble());
            // the smallest numbers, and those at and beside powers of two
            same(Double.longBitsToDouble(random.nextLong(5000)));
            same(Double.longBitsToDouble((random.nextLong(1, 0x7ff) << 52) + random.nextLong(3) - 1));
            same(random.nextLong(1L << 53));
        }
    }

    private static void same(double number) {
        if (Double.isFinite(number)) {
            assertThat(written(number, '.')).isEqualTo(Json.number(number));
        }
    }

    /** The number as text, in the least room there may be. */
    private static String written(double number, char point) {
        byte[] bytes = new byte[BEFORE + ShortestDecimal.MOST_BYTES + 1];
        Arrays.fill(bytes, (byte) '#');
        int end = ShortestDecimal.write(number, (byte) point, bytes, BEFORE);
        assertThat(new String(bytes, 0, BEFORE, StandardCharsets.US_ASCII)).isEqualTo("###");
        assertThat(bytes[bytes.length - 1]).isEqualTo((byte) '#');
        return new String(bytes, BEFORE, end - BEFORE, StandardCharsets.US_ASCII);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNoNumberIsRefused(double number) {
        assertThatIllegalArgumentException().isThrownBy(() -> written(number, '.'));
    }
}
