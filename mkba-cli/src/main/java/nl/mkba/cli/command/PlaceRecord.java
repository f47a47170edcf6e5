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
import java.util.List;
import nl.mkba.cli.report.PlaceFigures;
import nl.mkba.file.evaluation.EvaluatedPart;
import nl.mkba.file.portfolio.PlaceTable;
import nl.mkba.file.portfolio.RowReader;
import nl.mkba.file.portfolio.TableColumns;

/**
 * All figures of every place, kept in a file until a page is made of them: of each part of the table what other use it is kept for,
 * then the figures, then how long those are. So an interrupted run that is resumed still has them.
 */
final class PlaceRecord {

    private PlaceRecord() {}

    /**
     * What is kept of a part.
     *
     * @param before what is kept of it for another use, which comes first
     * @param likeness by what places are compared: the further numbers of the table's columns, in their order
     */
    static byte[] of(
            byte[] before,
            EvaluatedPart part,
            PlaceTable.RowBatch rows,
            TableColumns columns,
            List<String> likeness,
            boolean hasExpectedCosts) {
        RowReader reader = columns.reader();
        if (!likeness.isEmpty()) {
            reader.read(rows);
        }
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            List<String> names = part.names().orElse(List.of());
            for (int place = 0; place < part.ids().size(); place++) {
                write(part.ids().get(place), out);
                write(names.isEmpty() ? "" : names.get(place), out);
                for (int c = 0; c < part.portfolio().cases(); c++) {
                    for (int figure = 0; figure < part.portfolio().figures().size(); figure++) {
                        out.writeDouble(part.isAbsent(c, figure, place) ? Double.NaN : part.figure(c, figure, place));
                    }
                    if (hasExpectedCosts) {
                        out.writeDouble(expectedCosts(part, c, place));
                    }
                }
                for (int column = 0; column < likeness.size(); column++) {
                    out.writeDouble(reader.further(part.row(place), column));
                }
            }
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.write(before);
            bytes.writeTo(all);
            new DataOutputStream(all).writeInt(bytes.size());
            return all.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(ByteBuffer from) {
        byte[] bytes = new byte[from.getInt()];
        from.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The mean over the draws; summed in parts of a draw, since the sum of very large costs would be infinite. */
    private static double expectedCosts(EvaluatedPart part, int theCase, int place) {
        int draws = part.portfolio().draws();
        double mean = 0;
        for (int draw = 0; draw < draws; draw++) {
            mean += part.drawnCost(theCase, 0, place, draw) / draws;
        }
        return mean;
    }

    /**
     * Reads what was kept of all parts.
     *
     * @param ends where each part ends in the file
     * @param figures to which the places are added
     */
    static void read(Path file, List<Long> ends, PlaceFigures figures) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            for (long end : ends) {
                int length = bytes(channel, end - Integer.BYTES, Integer.BYTES).getInt();
                ByteBuffer part = bytes(channel, end - Integer.BYTES - length, length);
                while (part.hasRemaining()) {
                    String id = text(part);
                    String name = text(part);
                    double[] values = new double[figures.width()];
                    part.asDoubleBuffer().get(values);
                    part.position(part.position() + values.length * Double.BYTES);
                    figures.add(id, name, values);
                }
            }
        }
    }

    private static ByteBuffer bytes(FileChannel channel, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, from + bytes.position()) < 0) {
                throw new IOException("The figures that were kept are gone");
            }
        }
        return bytes.flip();
    }
}
