package nl.mkba.cli.render;

/** Texts from scenario files made safe to show: a file must not be able to steer the reader's terminal. */
public final class Plain {

    private static final int FIRST_WIDE = 0x1100;

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
        return c >= ' ' && c < 0x7f || c > 0x9f && c < 0x2000 && c != 0xad;
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
        return point >= FIRST_WIDE && isWide(point) ? 2 : 1;
    }

    private static boolean isWide(int point) {
        return point <= 0x115f
                || point >= 0x2e80 && point <= 0xa4cf
                || point >= 0xac00 && point <= 0xd7a3
                || point >= 0xf900 && point <= 0xfaff
                || point >= 0xfe30 && point <= 0xfe6f
                || point >= 0xff00 && point <= 0xff60
                || point >= 0x1f300 && point <= 0x1faff
                || point >= 0x20000 && point <= 0x3fffd;
    }
}
