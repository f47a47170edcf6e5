package nl.mkba.cli.command;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import nl.mkba.cli.table.ByteBlock;
import nl.mkba.cli.table.PlaceForm;
import nl.mkba.engine.portfolio.Portfolio;
import nl.mkba.file.evaluation.EvaluatedPart;
import nl.mkba.file.evaluation.KeptPortfolios;
import nl.mkba.file.evaluation.PlaceEvaluator;
import nl.mkba.file.portfolio.DoubtfulCells;
import nl.mkba.file.portfolio.PlaceIds;
import nl.mkba.file.portfolio.PlaceTable;
import nl.mkba.file.portfolio.RepeatedPlaces;
import nl.mkba.file.portfolio.TableColumns;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates a table part by part: this thread reads and writes, the crew's threads do the rest. Parts are written in the order
 * of the table; enough are under way at a time that every thread has work, and no more.
 */
final class PlacesRun {

    /** Lines in a part, about: few enough to lose little by an interruption, and to keep memory small. */
    private static final int LINES = 8192;

    /** Draws that take about as long as writing a line. */
    private static final int DRAWS_PER_LINE = 64;

    private static final int FEWEST_ROWS = 16;

    /** Bad rows that are told of. */
    static final int MOST_TOLD = 100;

    private final KeptPortfolios portfolios;
    private final Portfolio portfolio;
    private final TableColumns columns;
    private final PlaceTable table;
    private final PlaceForm form;
    private final boolean skipsBadRows;
    private final @Nullable List<String> likeness;
    private final CommandThreads crew;
    private final Queue<PlaceEvaluator> idle = new ConcurrentLinkedQueue<>();

    /** Blocks that are in the file, to be used again. */
    private final Queue<ByteBlock> written = new ConcurrentLinkedQueue<>();

    private final List<Problem> told = new ArrayList<>();
    private long rows;
    private long skipped;
    private long clamped;
    private long passedOver;
    private long leftOut;

    /** By parameter, of how many places the scenario's own value is kept. */
    private final long[] kept;

    private final Set<String> groups = new LinkedHashSet<>();
    private final PlaceIds ids = new PlaceIds();
    private final List<Problem> repeated = new ArrayList<>();
    private final DoubtfulCells doubtfulCells = new DoubtfulCells();

    /** @param likeness columns by which places are compared, if all figures are to be kept for a page; null without a page */
    PlacesRun(
            KeptPortfolios portfolios,
            TableColumns columns,
            PlaceForm form,
            boolean skipsBadRows,
            @Nullable List<String> likeness,
            CommandThreads crew) {
        this.portfolios = portfolios;
        this.portfolio = portfolios.whole();
        this.columns = columns;
        this.table = columns.table();
        this.kept = new long[columns.parameters().size()];
        this.form = form;
        this.skipsBadRows = skipsBadRows;
        this.likeness = likeness;
        this.crew = crew;
    }

    /** How many rows make a part; it depends on what is asked only. */
    static int partRows(Portfolio portfolio) {
        long lines = (long) portfolio.cases() * Math.max(1, portfolio.draws() / DRAWS_PER_LINE);
        return (int) Math.max(FEWEST_ROWS, LINES / Math.max(1, lines));
    }

    /** A part that was evaluated and made ready to be written. */
    private static final class Done {
        private final EvaluatedPart results;
        private final ByteBlock block;
        private final String note;
        private final byte[] options;
        private final double progress;

        Done(EvaluatedPart results, ByteBlock block, String note, byte[] options, double progress) {
            this.results = results;
            this.block = block;
            this.note = note;
            this.options = options;
            this.progress = progress;
        }
    }

    /**
     * Evaluates what is not in the file yet, and adds it; stops early if there are many bad rows that are not skipped.
     *
     * @throws nl.mkba.problem.InvalidScenarioException if the table is damaged
     */
    void into(UnfinishedFile file) throws IOException {
        int size = partRows(portfolio);
        if (file.written().isEmpty()) {
            file.add(ByteBuffer.wrap(form.begin()), new byte[0], 0, 0, 0, "");
        }
        passOver(file);
        Deque<Future<Done>> underWay = new ArrayDeque<>();
        try {
            boolean isRead = false;
            while (!isRead || !underWay.isEmpty()) {
                while (!isRead && underWay.size() <= 2 * crew.size()) {
                    PlaceTable.RowBatch part = next(size);
                    double progress = table.progress();
                    isRead = part.rows() < size;
                    if (part.rows() > 0) {
                        underWay.add(crew.submit(() -> evaluated(part, progress)));
                    }
                }
                if (!underWay.isEmpty()) {
                    write(CommandThreads.result(underWay.remove()), file);
                }
                if (isStopped()) {
                    return;
                }
            }
        } finally {
            underWay.forEach(future -> future.cancel(true));
        }
    }

    private void passOver(UnfinishedFile file) throws IOException {
        PlaceEvaluator reader = new PlaceEvaluator(portfolios, columns, false);
        for (UnfinishedFile.WrittenPart part : file.written()) {
            if (part.rows() > 0) {
                PlaceTable.RowBatch read = next((int) part.rows());
                if (read.rows() != part.rows()) {
                    throw new IOException("The table has become shorter");
                }
                count(reader.read(read));
            }
            skipped += part.skipped();
            clamped += part.clamped();
        }
    }

    private PlaceTable.RowBatch next(int most) {
        try {
            return table.read(most);
        } catch (IOException e) {
            throw TableFile.unreadable(table.file());
        }
    }

    private Done evaluated(PlaceTable.RowBatch part, double progress) {
        PlaceEvaluator evaluator = idle.poll();
        if (evaluator == null) {
            evaluator = new PlaceEvaluator(portfolios, columns, keepsOptions() && portfolio.draws() > 0);
        }
        EvaluatedPart results = evaluator.evaluate(part);
        idle.add(evaluator);
        byte[] options = keepsOptions() ? OptionRecord.of(results) : new byte[0];
        byte[] kept = likeness == null
                ? options
                : PlaceRecord.of(options, results, part, columns, likeness, hasExpectedCosts(portfolio));
        ByteBlock block = written.poll();
        if (block == null) {
            block = new ByteBlock();
        }
        String note = form.write(results, block);
        return new Done(results, block, note, kept, progress);
    }

    /** Whether what is kept of the draws are the costs of society, whose mean a page shows. */
    static boolean hasExpectedCosts(Portfolio portfolio) {
        int[] costs = portfolio.choiceCosts();
        return portfolio.draws() > 0
                && costs.length == 1
                && portfolio.figures().get(costs[0]).equals("pv_costs");
    }

    private boolean keepsOptions() {
        return portfolio.objective() != null;
    }

    private void write(Done done, UnfinishedFile file) throws IOException {
        EvaluatedPart results = done.results;
        int bad = results.refused().size();
        for (List<Problem> problems : results.refused().values()) {
            if (skipped < MOST_TOLD) {
                told.addAll(problems);
            }
            skipped++;
        }
        clamped += results.clamped();
        count(results);
        if (skipsBadRows || skipped == 0) {
            file.add(done.block.bytes(), done.options, results.rows(), bad, results.clamped(), done.note);
        }
        done.block.reset();
        written.add(done.block);
        crew.show(done.progress);
    }

    /** Counts rows of the next part, and looks for places that came before; only a mapping says what a row is about. */
    private void count(EvaluatedPart part) {
        rows += part.rows() - part.passedOver();
        passedOver += part.passedOver();
        leftOut += part.leftOut();
        for (int parameter = 0; parameter < kept.length; parameter++) {
            kept[parameter] += part.kept(parameter);
        }
        doubtfulCells.addAll(part.doubtfulCells());
        groups.addAll(part.mentionedGroups());
        if (!columns.isMapped()) {
            return;
        }
        for (EvaluatedPart.Mention mention : part.mentions()) {
            if (!ids.add(mention.id()) && repeated.size() < MOST_TOLD) {
                repeated.add(Problem.of(ProblemCode.REPEATED_PLACE, columns.idColumn(), Problem.shown(mention.id()))
                        .in(table.place(mention.line())));
            }
        }
    }

    private boolean isStopped() {
        return (!skipsBadRows && skipped >= MOST_TOLD) || repeated.size() >= MOST_TOLD;
    }

    /** How many rows were read, without those that the mapping does not keep. */
    long rows() {
        return rows;
    }

    /** How many rows the mapping does not keep. */
    long passedOver() {
        return passedOver;
    }

    /** How many places the mapping leaves out because they lack a value. */
    long leftOut() {
        return leftOut;
    }

    /** By parameter, of how many places the scenario's own value is kept because the table has none; without those of none. */
    Map<String, Long> kept() {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (int parameter = 0; parameter < kept.length; parameter++) {
            if (kept[parameter] > 0) {
                counts.put(columns.parameters().get(parameter), kept[parameter]);
            }
        }
        return counts;
    }

    /** The rows of a place that is there more than once, to be told. */
    String rowsOf(String id) throws IOException {
        return RepeatedPlaces.rows(id, columns).stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** How many places have figures. */
    long places() {
        return rows - skipped - leftOut;
    }

    /** The groups of all rows that were read, also where no place of a group has figures. */
    Set<String> groups() {
        return Collections.unmodifiableSet(groups);
    }

    /** Rows about a place that came before. */
    List<Problem> repeated() {
        return repeated;
    }

    /** How many of those are bad. */
    long bad() {
        return skipped;
    }

    /** In how many some fraction was clamped in a draw. */
    long clamped() {
        return clamped;
    }

    /** What there is to tell of the rows: what is wrong, and what deserves attention. */
    List<Problem> problems() throws IOException {
        List<Problem> problems = new ArrayList<>(told);
        problems.addAll(RepeatedPlaces.withFirstRows(repeated, columns));
        problems.addAll(warnings());
        return problems;
    }

    private List<Problem> warnings() {
        List<Problem> warnings = doubtfulCells.warnings(columns);
        if (!isStopped()) {
            warnings.addAll(doubtfulCells.absentTexts(columns));
        }
        return warnings;
    }
}
