package nl.mkba.cli.command;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import nl.mkba.file.portfolio.EvaluatedPart;
import nl.mkba.portfolio.Options;

/**
 * What every place costs and is worth, kept in a file until a choice is made: for each part of the table its ids, then the
 * figures of the central estimate, then those of each draw. A draw is read from all parts at once, so that memory holds one draw
 * only.
 */
final class OptionRecord implements AutoCloseable {

    private static final int FIGURES = 2;

    private final FileChannel channel;
    private final int cases;
    private final List<String> ids = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();

    /** Where the figures of a part begin, and for how many places it has them. */
    private record Block(long figures, int places) {}

    private OptionRecord(FileChannel channel, int cases) {
        this.channel = channel;
        this.cases = cases;
    }

    /** The options of a part, to be kept. */
    static byte[] of(EvaluatedPart part, int costFigure, int npvFigure) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            int places = part.ids().size();
            int cases = part.portfolio().cases();
            ByteArrayOutputStream ids = new ByteArrayOutputStream();
            for (String id : part.ids()) {
                byte[] text = id.getBytes(StandardCharsets.UTF_8);
                ids.write(ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array());
                ids.write(text);
            }
            out.writeInt(places);
            out.writeInt(ids.size());
            ids.writeTo(out);
            for (int draw = -1; draw < part.portfolio().draws(); draw++) {
                for (int place = 0; place < places; place++) {
                    for (int c = 0; c < cases; c++) {
                        boolean isCentral = draw < 0;
                        out.writeDouble(isCentral ? part.figure(c, costFigure, place) : part.drawnCost(c, place, draw));
                        out.writeDouble(isCentral ? part.figure(c, npvFigure, place) : part.drawnNpv(c, place, draw));
                    }
                }
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Opens what was kept.
     *
     * @param starts where each part begins in the file
     */
    static OptionRecord open(Path file, List<Long> starts, int cases) throws IOException {
        OptionRecord kept = new OptionRecord(FileChannel.open(file, StandardOpenOption.READ), cases);
        try {
            for (long start : starts) {
                kept.read(start);
            }
            return kept;
        } catch (IOException | RuntimeException e) {
            kept.close();
            throw e;
        }
    }

    private void read(long start) throws IOException {
        ByteBuffer head = bytes(start, 2 * Integer.BYTES);
        int places = head.getInt();
        int length = head.getInt();
        ByteBuffer texts = bytes(start + 2 * Integer.BYTES, length);
        for (int place = 0; place < places; place++) {
            byte[] text = new byte[texts.getInt()];
            texts.get(text);
            ids.add(new String(text, StandardCharsets.UTF_8));
        }
        blocks.add(new Block(start + 2 * Integer.BYTES + length, places));
    }

    private ByteBuffer bytes(long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, from + bytes.position()) < 0) {
                throw new IOException("The options that were kept are gone");
            }
        }
        return bytes.flip();
    }

    /** The places, in the order of the table. */
    List<String> ids() {
        return Collections.unmodifiableList(ids);
    }

    /**
     * The options of some cases.
     *
     * @param draw which draw; −1 for the central estimate
     * @param chosenCases the cases, one for each alternative
     */
    Options options(int draw, List<Integer> chosenCases) throws IOException {
        Options options = new Options(ids.size(), chosenCases.size());
        int first = 0;
        for (Block block : blocks) {
            int size = block.places() * cases * FIGURES * Double.BYTES;
            ByteBuffer figures = bytes(block.figures() + (draw + 1L) * size, size);
            for (int place = 0; place < block.places(); place++) {
                for (int alternative = 0; alternative < chosenCases.size(); alternative++) {
                    int at = (place * cases + chosenCases.get(alternative)) * FIGURES * Double.BYTES;
                    options.set(
                            first + place, alternative, figures.getDouble(at), figures.getDouble(at + Double.BYTES));
                }
            }
            first += block.places();
        }
        return options;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
