package nl.mkba.file.yaml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import nl.mkba.problem.Location;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.reader.StreamReader;

/** The text of a file: UTF-8, without control characters. */
final class SourceText {

    /** The parser looks ahead to the end of a line again and again. */
    private static final int LONGEST_LINE = 200_000;

    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final String text;

    /** Whether every character is one {@code char}, as in nearly all files. */
    private final boolean isBasic;

    private int @Nullable [] codePoints;

    private SourceText(String text, boolean isBasic) {
        this.text = text;
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
            if (text.charAt(i) == '\n') {
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

    @Override
    public String toString() {
        return text;
    }
}
