package nl.mkba.engine.spelling;

/**
 * What stands around a text without being seen: spaces and tabs, the hard and narrow spaces of web pages and word processors, the space
 * of no width, and a byte order mark where files were put together. Two texts that look alike are alike without these.
 */
public final class Blanks {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char ZERO_WIDTH_SPACE = '\u200B';

    private Blanks() {}

    /**
     * {@return whether a character is one of these}
     *
     * @param c any
     */
    public static boolean isBlank(char c) {
        if (c > ' ' && c < '\u0080') {
            return false;
        }
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == BYTE_ORDER_MARK || c == ZERO_WIDTH_SPACE;
    }

    /**
     * {@return the text without those at its ends}
     *
     * @param text any
     */
    public static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }
}
