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
import nl.mkba.engine.portfolio.Options;
import nl.mkba.engine.portfolio.Portfolio;
import nl.mkba.file.evaluation.EvaluatedPart;

/**
 * What every place costs and is worth, kept in a file until a choice is made: for each part of the table its ids, then the
 * figures of the central estimate, then those of each draw. A draw is read from all parts at once, so that memory holds one draw
 * only.
 */
final class OptionRecord implements AutoCloseable {

    private final FileChannel channel;
    private final int cases;
    private final int budgets;
    private final List<String> ids = new ArrayList<>();
    private final List<String> groups = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();

    /** Where the figures of a part begin, and for how many places it has them. */
    private record Block(long figures, int places) {}

    private OptionRecord(FileChannel channel, int cases, int budgets) {
        this.channel = channel;
        this.cases = cases;
        this.budgets = budgets;
    }

    /** The options of a part, to be kept. */
    static byte[] of(EvaluatedPart part) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            int places = part.ids().size();
            int cases = part.portfolio().cases();
            int[] costs = part.portfolio().choiceCosts();
            ByteArrayOutputStream ids = new ByteArrayOutputStream();
            for (int place = 0; place < places; place++) {
                write(part.ids().get(place), ids);
                write(part.group(place), ids);
            }
            out.writeInt(places);
            out.writeInt(ids.size());
            ids.writeTo(out);
            for (int draw = -1; draw < part.portfolio().draws(); draw++) {
                for (int place = 0; place < places; place++) {
                    for (int c = 0; c < cases; c++) {
                        out.writeDouble(value(part, c, place, draw));
                        for (int budget = 0; budget < costs.length; budget++) {
                            out.writeDouble(
                                    draw < 0
                                            ? part.figure(c, costs[budget], place)
                                            : part.drawnCost(c, budget, place, draw));
                        }
                    }
                }
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(String text, ByteArrayOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        out.write(bytes);
    }

    private static double value(EvaluatedPart part, int theCase, int place, int draw) {
        if (draw >= 0) {
            return part.drawnValue(theCase, place, draw);
        }
        return part.portfolio().worth(part.figure(theCase, part.portfolio().choiceValue(), place));
    }

    /**
     * Opens what was kept.
     *
     * @param starts where each part begins in the file
     */
    static OptionRecord open(Path file, List<Long> starts, Portfolio portfolio) throws IOException {
        OptionRecord kept = new OptionRecord(
                FileChannel.open(file, StandardOpenOption.READ), portfolio.cases(), portfolio.choiceCosts().length);
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
            ids.add(text(texts));
            groups.add(text(texts));
        }
        blocks.add(new Block(start + 2 * Integer.BYTES + length, places));
    }

    private static String text(ByteBuffer texts) {
        byte[] text = new byte[texts.getInt()];
        texts.get(text);
        return new String(text, StandardCharsets.UTF_8);
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

    /** In which group each place is; empty texts without groups. */
    List<String> groups() {
        return Collections.unmodifiableList(groups);
    }

    /**
     * The options of some cases.
     *
     * @param draw which draw; −1 for the central estimate
     * @param chosenCases the cases, one for each alternative
     */
    Options options(int draw, List<Integer> chosenCases) throws IOException {
        Options options = new Options(ids.size(), chosenCases.size(), budgets);
        double[] costs = new double[budgets];
        int width = (1 + budgets) * Double.BYTES;
        int first = 0;
        for (Block block : blocks) {
            int size = Math.multiplyExact(block.places() * cases, width);
            ByteBuffer figures = bytes(block.figures() + (draw + 1L) * size, size);
            for (int place = 0; place < block.places(); place++) {
                for (int alternative = 0; alternative < chosenCases.size(); alternative++) {
                    int at = (place * cases + chosenCases.get(alternative)) * width;
                    for (int budget = 0; budget < budgets; budget++) {
                        costs[budget] = figures.getDouble(at + (1 + budget) * Double.BYTES);
                    }
                    options.set(first + place, alternative, costs, figures.getDouble(at));
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
