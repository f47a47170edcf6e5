package nl.mkba.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTest {

    @Test
    void aTextCannotSteerTheTerminal() {
        assertThat(Plain.line("a\u001b[31mb\nc\u202ed")).isEqualTo("a [31mb cd");
        assertThat(Plain.line("één – €")).isEqualTo("één – €");
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
