package nl.mkba.cli.render;

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
     * The text on one line without control characters, terminal escapes and characters that turn the direction of
     * writing; each is replaced by a space or, if it has no width, left out.
     */
    public static String line(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isHarmless(text.charAt(i))) {
                return cleaned(text);
            }
        }
        return text;
    }

    private static String cleaned(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (Character.isISOControl(point) || point == 0x2028 || point == 0x2029) {
                clean.append(' ');
            } else if (Character.getType(point) != Character.FORMAT
                    && Character.getType(point) != Character.SURROGATE) {
                clean.appendCodePoint(point);
            }
        });
        return clean.toString().strip();
    }

    private static boolean isHarmless(char c) {
        return (c >= ' ' && c < 0x7f) || (c > 0x9f && c < 0x2000 && c != 0xad);
    }

    /** The number of columns the text takes on a screen. */
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
