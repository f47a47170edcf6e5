package nl.mkba.engine.spelling;

/** Letters of the Cyrillic and Greek alphabets that look like Latin ones: two words that look alike are then not the same. */
public final class LookAlikes {

    private static final String OTHERS =
            "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0410\u0412\u0415\u041a\u041c\u041d"
                    + "\u041e\u0420\u0421\u0422\u0425\u0406\u0408\u0405\u03bf\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f"
                    + "\u03a1\u03a4\u03a5\u03a7";
    private static final String LATIN = "aeopcyxijsABEKMHOPCTXIJSoABEZHIKMNOPTYX";

    private LookAlikes() {}

    /**
     * {@return whether it is such a letter}
     *
     * @param letter any character
     */
    public static boolean isOne(char letter) {
        return letter >= OTHERS_FROM && OTHERS.indexOf(letter) >= 0;
    }

    /** Every one of them is this or above. */
    private static final char OTHERS_FROM = '\u0391';

    /**
     * {@return the text with the Latin letters that these look like}
     *
     * @param text any
     */
    public static String asLatin(String text) {
        StringBuilder latin = new StringBuilder(text);
        for (int i = 0; i < latin.length(); i++) {
            int found = OTHERS.indexOf(latin.charAt(i));
            if (found >= 0) {
                latin.setCharAt(i, LATIN.charAt(found));
            }
        }
        return latin.toString();
    }
}
