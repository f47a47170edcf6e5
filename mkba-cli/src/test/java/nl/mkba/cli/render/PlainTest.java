package nl.mkba.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import nl.mkba.json.tree.Plain;
import org.junit.jupiter.api.Test;

class PlainTest {

    @Test
    void aTextCannotSteerTheTerminal() {
        assertThat(Plain.line("a\u001b[31mb\nc\u202ed")).isEqualTo("a [31mb cd");
        assertThat(Plain.line("één – €")).isEqualTo("één – €");
    }

    @Test
    void aTextOfSeveralLinesKeepsThemAndItsIndents() {
        assertThat(Plain.text("  a – €\n\n  b\u001b[31m\u202e\u061c\u009bc\n")).isEqualTo("  a – €\n\n  b [31m c\n");
        assertThat(Plain.text("  a – €\n  b")).isEqualTo("  a – €\n  b");
        assertThat(Plain.text("a\u2028b\u0007")).isEqualTo("a b ");
    }

    /** Every character is either shown as it is, or a control, format, surrogate or line separator, which none of the methods lets through. */
    @Test
    void whatIsTakenForHarmlessIsShown() {
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            String text = Character.toString(point);
            if (Plain.isHarmless(text)) {
                assertThat(Plain.isShown(point)).as("U+%04X", point).isTrue();
            }
        }
    }

    @Test
    void aCellOfATableStaysOnItsLine() {
        StringBuilder text = new StringBuilder();
        new TextTable("", "").row("  one\ntwo – €", "1\r2").writeTo(text, "");
        assertThat(text).hasToString("  one two – €  1 2\n");
    }

    @Test
    void widthIsWhatTheEyeSees() {
        assertThat(Plain.width("één")).isEqualTo(3);
        assertThat(Plain.width("e\u0301e")).isEqualTo(2);
        assertThat(Plain.width("費用")).isEqualTo(4);
    }

    @Test
    void columnsLineUpWhateverTheScript() {
        StringBuilder text = new StringBuilder();
        new TextTable("費用", "x").row("e\u0301", "1").row("abc", "-12").writeTo(text, "");
        assertThat(text).hasToString("費用    x\n----  ---\ne\u0301       1\nabc   -12\n");
    }
}
