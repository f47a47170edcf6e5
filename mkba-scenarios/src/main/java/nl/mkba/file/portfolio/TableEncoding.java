package nl.mkba.file.portfolio;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Tells how the text of a table is written. A byte order mark, or zeros at every other byte, make it UTF-16; what is valid as
 * UTF-8 is that; anything else is Windows-1252, unless parts of it can only be UTF-8: then it is neither, and refused.
 */
final class TableEncoding {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private static final int CHUNK = 1 << 16;

    private TableEncoding() {}

    /** The text of a file, in an encoding that was told; bytes that are no text in it are reported when they are read. */
    static Reader reader(InputStream bytes, Charset encoding) {
        return new InputStreamReader(bytes, encoding.newDecoder());
    }

    /**
     * The encoding of a file, found by reading it to its end.
     *
     * @throws FaultyLineException if it has none of those that are known
     */
    static Charset of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(2);
            if (start.length == 2) {
                int first = start[0] & 0xff;
                int second = start[1] & 0xff;
                if ((first == 0xff && second == 0xfe) || (first != 0 && second == 0)) {
                    return StandardCharsets.UTF_16LE;
                }
                if ((first == 0xfe && second == 0xff) || (first == 0 && second != 0)) {
                    return StandardCharsets.UTF_16BE;
                }
            }
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new Search(in).run();
        }
    }

    /** A text that is written in no encoding that is known; says where that shows. */
    static final class FaultyLineException extends CharacterCodingException {
        private static final long serialVersionUID = 1;
        private final long line;

        FaultyLineException(long line) {
            this.line = line;
        }

        long line() {
            return line;
        }
    }

    /** Decodes as UTF-8, and goes on behind what is none. */
    private static final class Search {
        private final InputStream in;
        private final CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        private final ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
        private final CharBuffer text = CharBuffer.allocate(CHUNK);
        private long lines = 1;
        private long faultyLine;
        private boolean hasOther;

        Search(InputStream in) {
            this.in = in;
        }

        Charset run() throws IOException {
            boolean isRead = false;
            while (!isRead) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                isRead = read < 0;
                if (bytes.position() == 0 && read > 0 && isAscii(read)) {
                    continue;
                }
                bytes.position(bytes.position() + Math.max(0, read)).flip();
                decode(isRead);
                bytes.compact();
                if (faultyLine > 0 && hasOther) {
                    throw new FaultyLineException(faultyLine);
                }
            }
            return faultyLine > 0 ? WINDOWS_1252 : StandardCharsets.UTF_8;
        }

        /** Whether all that was read is ASCII: what most tables are, and needs no decoding. If so its lines are counted. */
        private boolean isAscii(int length) {
            byte[] read = bytes.array();
            int all = 0;
            int ends = 0;
            for (int i = 0; i < length; i++) {
                all |= read[i];
                ends += read[i] == '\n' ? 1 : 0;
            }
            lines += all < 0 ? 0 : ends;
            return all >= 0;
        }

        private void decode(boolean isLast) {
            CoderResult result;
            do {
                text.clear();
                int from = bytes.position();
                result = decoder.decode(bytes, text, isLast);
                // Characters of more bytes than one: what Windows-1252 would hardly ever bring about.
                hasOther |= bytes.position() - from > text.position();
                if (result.isError()) {
                    countLines();
                    faultyLine = faultyLine == 0 ? lines : faultyLine;
                    bytes.position(bytes.position() + result.length());
                } else if (faultyLine == 0) {
                    countLines();
                }
            } while (result.isError());
        }

        /** Lines are counted up to the first fault only. */
        private void countLines() {
            if (faultyLine > 0) {
                return;
            }
            char[] decoded = text.array();
            for (int i = 0; i < text.position(); i++) {
                lines += decoded[i] == '\n' ? 1 : 0;
            }
        }
    }
}
