package nl.mkba.scenarios.yaml;

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

    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final String text;

    /** Whether every character is one {@code char}, as in nearly all files. */
    private final boolean isBasic;

    private int @Nullable [] codePoints;

    private SourceText(String text) {
        this.text = text;
        this.isBasic = text.chars().noneMatch(character -> Character.isSurrogate((char) character));
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
        refuseControlCharacters(file, text);
        return new SourceText(text);
    }

    private static void refuseControlCharacters(String file, String text) {
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            if (!StreamReader.isPrintable(character)) {
                throw new UnreadableException(Problem.of(ProblemCode.SYNTAX, Problem.NO_PATH, "syntax_control")
                        .in(placeOf(file, text, i)));
            }
            i += Character.charCount(character);
        }
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
