package nl.mkba.json.tree;

import java.util.stream.Collectors;

/** Texts from scenario files made safe to show: a file must not be able to steer the reader's terminal. */
public final class Plain {

    /** Ranges of characters that take two columns: East Asian scripts and pictures. */
    private static final int[][] WIDE = {
        {0x1100, 0x115f},
        {0x2e80, 0xa4cf},
        {0xac00, 0xd7a3},
        {0xf900, 0xfaff},
        {0xfe30, 0xfe6f},
        {0xff00, 0xff60},
        {0x1f300, 0x1faff},
        {0x20000, 0x3fffd}
    };

    private Plain() {}

    /**
     * {@return the text on one line without control characters, terminal escapes and characters that turn the direction of
     * writing; each is replaced by a space or, if it has no width, left out}
     *
     * @param text any
     */
    public static String line(String text) {
        return isHarmless(text) ? text : cleaned(text);
    }

    /**
     * {@return whether the text is beyond doubt without such characters; one of which it is not so, may be without them as
     * well}
     *
     * @param text any
     */
    public static boolean isHarmless(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isHarmless(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /**
     * {@return a text of several lines without control characters and characters that turn the direction of writing, but for
     * the ends of lines}
     *
     * @param text any
     */
    public static String text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\n' && !isHarmless(c) && !isShown(text.codePointAt(i))) {
                return text.lines().map(Plain::clean).collect(Collectors.joining("\n"))
                        + (text.endsWith("\n") ? "\n" : "");
            }
        }
        return text;
    }

    private static String cleaned(String text) {
        return clean(text).strip();
    }

    /**
     * {@return the text on one line, with the spaces around it}
     *
     * @param text any
     */
    public static String unstripped(String text) {
        return isHarmless(text) ? text : clean(text);
    }

    private static String clean(String line) {
        StringBuilder clean = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); ) {
            int point = line.codePointAt(i);
            if (isBreak(point)) {
                clean.append(' ');
            } else if (isShown(point)) {
                clean.appendCodePoint(point);
            }
            i += Character.charCount(point);
        }
        return clean.toString();
    }

    private static boolean isBreak(int point) {
        return Character.isISOControl(point) || point == 0x2028 || point == 0x2029;
    }

    /**
     * {@return whether a character is there to be seen}
     *
     * @param point its code point
     */
    public static boolean isShown(int point) {
        int type = Character.getType(point);
        return !isBreak(point) && type != Character.FORMAT && type != Character.SURROGATE;
    }

    /** What texts are mostly made of, without looking it up: Latin letters, dashes, currencies, arrows and signs of arithmetic. */
    private static boolean isHarmless(char c) {
        return (c >= ' ' && c < 0x7f)
                || (c > 0x9f && c < 0x600 && c != 0xad)
                || (c >= 0x2010 && c < 0x2028)
                || (c >= 0x2030 && c < 0x2060)
                || (c >= 0x2070 && c < 0x2c00);
    }

    /**
     * {@return the number of columns the text takes on a screen}
     *
     * @param text as it is printed
     */
    public static int width(String text) {
        int width = 0;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            width += point < 0x300 ? 1 : widthOf(point);
            i += Character.charCount(point);
        }
        return width;
    }

    private static int widthOf(int point) {
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return isWide(point) ? 2 : 1;
    }

    private static boolean isWide(int point) {
        for (int[] range : WIDE) {
            if (point >= range[0] && point <= range[1]) {
                return true;
            }
        }
        return false;
    }
}
