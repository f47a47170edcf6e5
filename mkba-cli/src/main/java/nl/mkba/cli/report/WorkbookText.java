package nl.mkba.cli.report;

import java.util.regex.Pattern;
import nl.mkba.json.tree.Plain;

/** Texts as the cells of a workbook hold them (ECMA-376). */
final class WorkbookText {

    /** This many characters a cell holds; with more, Excel calls the whole file damaged. */
    private static final int MOST = 32_767;

    /** What stands where a text is cut off. */
    private static final String CUT = " […]";

    /** An underscore that with what follows would be read as one character: {@code _x000D_} (ECMA-376, 22.9.2.19). */
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private WorkbookText() {}

    /** A text on one line that a cell can hold; one that is too long ends in a mark. */
    static String of(String text) {
        String line = Plain.line(text);
        if (line.length() > MOST) {
            line = beginning(line, MOST - CUT.length()) + CUT;
        }
        return line.indexOf('_') < 0 ? line : ESCAPE.matcher(line).replaceAll("_x005F_");
    }

    /** The first characters, up to a limit; a character of two halves stays whole. */
    static String beginning(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
