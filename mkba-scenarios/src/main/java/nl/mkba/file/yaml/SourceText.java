package nl.mkba.file.yaml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import nl.mkba.problem.Location;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * The text of a file: UTF-8, without control characters. Its lines are those that an editor shows: they end with a line feed, a
 * carriage return, or both. The parser would also end one at three other characters (YAML 1.1), so that a comment could hold
 * keys, and all later lines would be counted wrong; it is given signs in their place.
 */
final class SourceText {

    /** The parser looks ahead to the end of a line again and again. */
    private static final int LONGEST_LINE = 200_000;

    private static final char BYTE_ORDER_MARK = '\ufeff';

    /** What ends a line in YAML 1.1 and in no editor: next line, line separator and paragraph separator. */
    private static final String SEPARATORS = "\u0085\u2028\u2029";

    private static final char FIRST_PRIVATE = '\ue000';

    private final String text;

    /** Stand for the separators, in the same order; empty if the text has none. */
    private final String signs;

    /** Whether every character is one {@code char}, as in nearly all files. */
    private final boolean isBasic;

    private int @Nullable [] codePoints;

    private SourceText(String text, boolean isBasic) {
        this.text = text;
        this.signs = signs(text);
        this.isBasic = isBasic;
    }

    static SourceText decode(String file, byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer decoded = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), decoded, true);
        decoded.flip();
        String text = decoded.toString();
        if (result.isError()) {
            throw new UnreadableException(
                    Problem.of(ProblemCode.NOT_UTF8, Problem.NO_PATH).in(placeOf(file, text, text.length())));
        }
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            text = text.substring(1);
        }
        return new SourceText(text, isBasic(file, text));
    }

    /**
     * Whether every character is one {@code char}; unreadable lines are refused. A plain loop, in which ordinary characters take
     * the short way: it runs over every file, before the virtual machine has warmed up.
     */
    private static boolean isBasic(String file, String text) {
        boolean isBasic = true;
        int lineStart = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (i - lineStart > LONGEST_LINE) {
                throw new UnreadableException(syntax("syntax_long_line", placeOf(file, text, lineStart)));
            }
            if (character == '\n' || character == '\r') {
                lineStart = i + 1;
            } else if (character < ' ' || character >= 0x7f) {
                int codePoint = text.codePointAt(i);
                if (!StreamReader.isPrintable(codePoint)) {
                    throw new UnreadableException(syntax("syntax_control", placeOf(file, text, i)));
                }
                if (Character.isSupplementaryCodePoint(codePoint)) {
                    isBasic = false;
                    i++;
                }
            }
        }
        return isBasic;
    }

    private static Problem syntax(String word, Location place) {
        return Problem.of(ProblemCode.SYNTAX, Problem.NO_PATH, word).in(place);
    }

    private static Location placeOf(String file, String text, int index) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < index; i++) {
            char character = text.charAt(i);
            if (character == '\n' || (character == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
                line++;
                lineStart = i + 1;
            }
        }
        return new Location(file, line, 1 + text.codePointCount(lineStart, index));
    }

    /** The character at this index, counted in code points; 0 beyond the end. */
    int codePoint(long index) {
        if (isBasic) {
            return index >= 0 && index < text.length() ? text.charAt((int) index) : 0;
        }
        int[] all = codePoints;
        if (all == null) {
            all = text.codePoints().toArray();
            codePoints = all;
        }
        return index >= 0 && index < all.length ? all[(int) index] : 0;
    }

    /** Characters without a meaning that the text does not have, not even as an escape. */
    private static String signs(String text) {
        if (text.indexOf(SEPARATORS.charAt(0)) < 0
                && text.indexOf(SEPARATORS.charAt(1)) < 0
                && text.indexOf(SEPARATORS.charAt(2)) < 0) {
            return "";
        }
        String lower = text.toLowerCase(Locale.ROOT);
        StringBuilder signs = new StringBuilder();
        for (char sign = FIRST_PRIVATE; signs.length() < SEPARATORS.length(); sign++) {
            if (text.indexOf(sign) < 0 && !lower.contains(Integer.toHexString(sign))) {
                signs.append(sign);
            }
        }
        return signs.toString();
    }

    /** The text as the parser is to read it; every character is where it is in the file. */
    String toParse() {
        return replaced(text, SEPARATORS, signs);
    }

    /** A part that the parser read, as it stands in the file. */
    String asWritten(String part) {
        return replaced(part, signs, SEPARATORS);
    }

    private String replaced(String part, String from, String to) {
        if (signs.isEmpty()) {
            return part;
        }
        String result = part;
        for (int i = 0; i < from.length(); i++) {
            result = result.replace(from.charAt(i), to.charAt(i));
        }
        return result;
    }

    @Override
    public String toString() {
        return text;
    }
}
