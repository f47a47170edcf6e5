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
import nl.mkba.file.portfolio.EvaluatedPart;
import nl.mkba.file.portfolio.PlaceTable;
import nl.mkba.problem.InvalidScenarioException;

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
     * @param likeness columns of the table by which places are compared
     */
    static byte[] of(
            byte[] before,
            EvaluatedPart part,
            PlaceTable.RowBatch rows,
            PlaceTable table,
            List<String> likeness,
            boolean hasExpectedCosts) {
        int[] columns = likeness.stream().mapToInt(table.columns()::indexOf).toArray();
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            int place = 0;
            for (int row = 0; row < rows.rows(); row++) {
                if (part.refused().containsKey(rows.line(row))) {
                    continue;
                }
                byte[] id = part.ids().get(place).getBytes(StandardCharsets.UTF_8);
                out.writeInt(id.length);
                out.write(id);
                for (int c = 0; c < part.portfolio().cases(); c++) {
                    for (int figure = 0; figure < part.portfolio().figures().size(); figure++) {
                        out.writeDouble(
                                part.isAbsent(c, figure, place) ? Double.NaN : part.figure(c, figure, place));
                    }
                    if (hasExpectedCosts) {
                        out.writeDouble(expectedCosts(part, c, place));
                    }
                }
                for (int column : columns) {
                    out.writeDouble(number(rows, row, column));
                }
                place++;
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

    /** The mean over the draws; summed in parts of a draw, since the sum of very large costs would be infinite. */
    private static double expectedCosts(EvaluatedPart part, int theCase, int place) {
        int draws = part.portfolio().draws();
        double mean = 0;
        for (int draw = 0; draw < draws; draw++) {
            mean += part.drawnCost(theCase, 0, place, draw) / draws;
        }
        return mean;
    }

    /** A cell of a column that is no parameter, perhaps; what is no number is counted later. */
    private static double number(PlaceTable.RowBatch rows, int row, int column) {
        try {
            return rows.number(row, column);
        } catch (InvalidScenarioException e) {
            return Double.NaN;
        }
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
                    byte[] id = new byte[part.getInt()];
                    part.get(id);
                    double[] values = new double[figures.width()];
                    part.asDoubleBuffer().get(values);
                    part.position(part.position() + values.length * Double.BYTES);
                    figures.add(new String(id, StandardCharsets.UTF_8), values);
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
