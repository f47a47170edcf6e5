package nl.mkba.cli.language;

import java.util.Locale;
import java.util.Optional;

/** A language of the command, with its conventions for numbers. */
public enum Language {
    /** Dutch, the default. */
    NL(',', '.'),
    /** English. */
    EN('.', ',');

    private final char decimalMark;
    private final char groupMark;

    Language(char decimalMark, char groupMark) {
        this.decimalMark = decimalMark;
        this.groupMark = groupMark;
    }

    /** The language of that code, if the command speaks it. */
    public static Optional<Language> of(String code) {
        return switch (code) {
            case "nl" -> Optional.of(NL);
            case "en" -> Optional.of(EN);
            default -> Optional.empty();
        };
    }

    /** The code on the command line. */
    public String id() {
        return this == NL ? "nl" : "en";
    }

    /** For texts that the engine itself has in both languages. */
    public Locale locale() {
        return Locale.forLanguageTag(id());
    }

    char decimalMark() {
        return decimalMark;
    }

    char groupMark() {
        return groupMark;
    }
}
