package nl.mkba.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import nl.mkba.cli.map.PlaceMap;
import nl.mkba.cli.render.ChoiceOfPlaces;
import nl.mkba.cli.report.LikePlaces;
import nl.mkba.cli.report.MapCoverage;
import nl.mkba.cli.report.PlaceFigures;
import nl.mkba.cli.report.PlacesFindings;
import nl.mkba.cli.report.PlacesReport;
import nl.mkba.cli.report.Repetition;
import nl.mkba.engine.portfolio.NearestPlaces;
import nl.mkba.engine.portfolio.Portfolio;
import org.jspecify.annotations.Nullable;

/** Makes the page about the places of a table. The map is read before the places are calculated: what is wrong with it is told at once. */
final class PlacesPage {

    /** Lines that a page can hold: more, and a browser is busy with them. */
    private static final int MOST_LINES = 200_000;

    /** Ids that are named on standard error; the page has more of them. */
    private static final int MOST_NAMED = 20;

    /** Ids that show what those of a table and a map look like. */
    private static final int FEW = 3;

    /** Places that are compared by a thread at a time. */
    private static final int AT_A_TIME = 512;

    private static final Set<Option> OF_NO_MATTER = EnumSet.of(
            Option.OUT,
            Option.REPORT,
            Option.FORMAT,
            Option.LANG,
            Option.RESUME,
            Option.QUIET,
            Option.THREADS,
            Option.STACKTRACE);

    private final PageArguments asked;
    private final ScenarioSession study;
    private final TableFile table;
    private final Invocation invocation;
    private final List<String> likeness;
    private final @Nullable PlaceMap map;

    /** @throws nl.mkba.problem.InvalidScenarioException if the map is none */
    PlacesPage(PageArguments asked, ScenarioSession study, TableFile table, Invocation invocation) {
        this.asked = asked;
        this.study = study;
        this.table = table;
        this.invocation = invocation;
        this.likeness = asked.benchmark();
        this.map = asked.readMap();
    }

    /** The columns by which places are compared. */
    List<String> likeness() {
        return likeness;
    }

    /** Where the page goes. */
    OutputFile file() {
        return asked.file();
    }

    boolean isStandardOutput() {
        return file().isStandardOutput();
    }

    /** The page about places that were calculated. */
    String made(
            UnfinishedFile file, Portfolio portfolio, PlacesRun run, List<ChoiceOfPlaces> choices, CommandThreads crew)
            throws IOException {
        PlaceFigures figures = figures(file, portfolio, run);
        LikePlaces like = like(figures, crew);
        tell(like);
        MapCoverage coverage = map == null ? null : MapCoverage.of(map, figures.ids());
        if (coverage != null) {
            if (coverage.shapesWithoutPlace().size() == coverage.map().shapes().size()) {
                throw invocation.wrong(
                        "portfolio.page.no_match",
                        Option.MAP_ID.word(),
                        String.valueOf(invocation.arguments().value(Option.MAP_ID)),
                        first(coverage.shapesWithoutPlace()),
                        first(figures.ids()));
            }
            tell(coverage);
        }
        PlacesFindings findings = new PlacesFindings(
                study.scenario(),
                study.selection(),
                study.appraise(),
                figures,
                portfolio.columns(),
                choices,
                like,
                coverage,
                run.bad(),
                run.leftOut(),
                run.kept(),
                run.clamped(),
                study.warnings());
        return PlacesReport.of(findings, repetition(), invocation.messages().language());
    }

    private PlaceFigures figures(UnfinishedFile file, Portfolio portfolio, PlacesRun run) throws IOException {
        PlaceFigures figures = new PlaceFigures(portfolio, PlacesRun.hasExpectedCosts(portfolio), likeness);
        List<Long> ends = file.written().subList(1, file.written().size()).stream()
                .map(UnfinishedFile.WrittenPart::keptEnd)
                .toList();
        PlaceRecord.read(file.kept(), ends, figures);
        long lines = (long) figures.places() * portfolio.cases();
        if (lines > MOST_LINES) {
            throw invocation.wrong("portfolio.page_too_long", Option.REPORT.word(), lines, MOST_LINES);
        }
        Set<String> ids = new HashSet<>();
        for (String id : figures.ids()) {
            if (!ids.add(id)) {
                throw invocation.wrong("portfolio.page_repeated_id", Option.REPORT.word(), id, run.rowsOf(id));
            }
        }
        return figures;
    }

    /** The places most like each place; none without columns to compare them by. */
    private LikePlaces like(PlaceFigures figures, CommandThreads crew) throws IOException {
        if (likeness.isEmpty()) {
            return LikePlaces.NONE;
        }
        double[][] columns =
                IntStream.range(0, likeness.size()).mapToObj(figures::likeness).toArray(double[][]::new);
        int[] compared = IntStream.range(0, figures.places())
                .filter(place -> Arrays.stream(columns).allMatch(column -> Double.isFinite(column[place])))
                .toArray();
        NearestPlaces nearest = NearestPlaces.of(Arrays.stream(columns)
                .map(column -> Arrays.stream(compared)
                        .mapToDouble(place -> column[place])
                        .toArray())
                .toArray(double[][]::new));
        int[][] neighbours = new int[figures.places()][0];
        if (nearest.differ()) {
            List<Future<Boolean>> underWay = new ArrayList<>();
            for (int from = 0; from < compared.length; from += AT_A_TIME) {
                int first = from;
                int end = Math.min(compared.length, from + AT_A_TIME);
                underWay.add(crew.submit(() -> {
                    for (int at = first; at < end; at++) {
                        neighbours[compared[at]] = Arrays.stream(nearest.nearest(at, LikePlaces.MOST))
                                .map(other -> compared[other])
                                .toArray();
                    }
                    return true;
                }));
            }
            for (Future<Boolean> each : underWay) {
                CommandThreads.result(each);
            }
        }
        return LikePlaces.of(
                figures,
                neighbours,
                nearest.constant().stream().map(likeness::get).toList(),
                figures.places() - compared.length);
    }

    private void tell(LikePlaces like) {
        for (String column : like.constant()) {
            tell("portfolio.page.constant", Option.BENCHMARK.word(), column);
        }
        if (like.without() > 0) {
            tell("portfolio.page.not_compared", like.without(), String.join(", ", likeness));
        }
    }

    private void tell(MapCoverage coverage) {
        tell("portfolio.page.without_shape", coverage.placesWithoutShape());
        tell("portfolio.page.without_row", coverage.shapesWithoutPlace());
        PlaceMap.Notes notes = coverage.map().notes();
        if (notes.withoutId() > 0) {
            tell("portfolio.page.without_id", notes.withoutId(), Option.MAP_ID.word());
        }
        tell("portfolio.page.in_parts", notes.inParts());
        tell("portfolio.page.without_area", notes.withoutArea());
        tell("portfolio.page.perhaps_degrees", notes.perhapsDegrees());
    }

    private void tell(String key, List<String> ids) {
        if (!ids.isEmpty()) {
            tell(key, ids.size(), named(ids));
        }
    }

    private void tell(String key, Object... details) {
        invocation.console().tell(invocation.messages().text(key, details));
    }

    /** Some of them, to show what they look like. */
    private static String first(List<String> ids) {
        return String.join(", ", ids.subList(0, Math.min(FEW, ids.size()))) + (ids.size() > FEW ? ", …" : "");
    }

    private String named(List<String> ids) {
        int more = ids.size() - MOST_NAMED;
        String names = String.join(", ", ids.subList(0, Math.min(MOST_NAMED, ids.size())));
        return more > 0 ? invocation.messages().text("choice.and_more", names, more) : names;
    }

    /** Writes the page. */
    void write(String page) throws IOException {
        file().write(page, invocation.console());
    }

    private Repetition repetition() throws IOException {
        String version = PlacesPage.class.getPackage().getImplementationVersion();
        List<Repetition.Input> inputs = new ArrayList<>();
        study.file().inputs().forEach(input -> inputs.add(new Repetition.Input(input.name(), input.sha256())));
        inputs.add(new Repetition.Input(table.name(), sha256(table.path())));
        Path path = asked.mapPath();
        if (path != null) {
            inputs.add(new Repetition.Input(String.valueOf(asked.map()), sha256(path)));
        }
        return new Repetition(
                WrittenCommand.of("portfolio", invocation.arguments(), OF_NO_MATTER),
                version == null ? "?" : version,
                List.of(study.name()),
                inputs,
                SelectionArguments.departures(invocation.arguments(), invocation.messages()));
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digested = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            byte[] chunk = new byte[1 << 16];
            while (digested.read(chunk) >= 0) {
                // Until all went through.
            }
            return HexFormat.of().formatHex(digested.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
