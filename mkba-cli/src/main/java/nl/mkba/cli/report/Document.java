package nl.mkba.cli.report;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.mkba.cli.language.Language;
import nl.mkba.json.tree.Plain;
import org.jspecify.annotations.Nullable;

/**
 * What a report says, in one language and in the order in which it is read. How it looks is for those who write it down. Every
 * text in it stands on one line and is safe to show, wherever it came from.
 *
 * @param language its language
 * @param departures what it is not of the scenario's file as it stands, which comes before all else; empty if it is
 * @param title the scenario's title
 * @param subtitle what kind of document it is
 * @param sections its sections; the first is the summary
 */
public record Document(Language language, String departures, String title, String subtitle, List<Section> sections) {

    public Document {
        departures = Plain.line(departures);
        title = Plain.line(title);
        subtitle = Plain.line(subtitle);
        sections = List.copyOf(sections);
    }

    /** The sections behind the summary that are read. */
    public List<Section> body() {
        return sections.stream()
                .skip(1)
                .filter(section -> !section.isAppendix())
                .toList();
    }

    /** The sections in which something is looked up. */
    public List<Section> appendix() {
        return sections.stream().filter(Section::isAppendix).toList();
    }

    private static List<String> lines(List<String> texts) {
        return texts.stream().map(Plain::line).toList();
    }

    /**
     * A section.
     *
     * @param id the same in every language
     * @param heading its heading
     * @param blocks what it says
     * @param isAppendix whether it is there for who looks something up: closed on a screen, and printed behind the report
     */
    public record Section(String id, String heading, List<Block> blocks, boolean isAppendix) {

        public Section {
            heading = Plain.line(heading);
            blocks = List.copyOf(blocks);
        }

        /** A section of the report itself. */
        public Section(String id, String heading, List<Block> blocks) {
            this(id, heading, blocks, false);
        }
    }

    /** A piece of a section. */
    public sealed interface Block {}

    /** How loud a paragraph is. */
    public enum Tone {
        /** The answer itself. */
        LEAD,
        /** Plain text. */
        PLAIN,
        /** What explains a table or chart. */
        NOTE,
        /** What the reader must not miss. */
        WARNING
    }

    /** A paragraph. */
    public record Paragraph(Tone tone, String text) implements Block {

        public Paragraph {
            text = Plain.line(text);
        }
    }

    /** A list of short texts. */
    public record Bullets(List<String> items) implements Block {

        public Bullets {
            items = lines(items);
        }
    }

    /** A text on one line, to be copied as it is. */
    public record Code(String text) implements Block {

        public Code {
            text = Plain.line(text);
        }
    }

    /** The figures that are read first. */
    public record Tiles(List<Tile> tiles) implements Block {

        public Tiles {
            tiles = List.copyOf(tiles);
        }
    }

    /**
     * A figure that is read first.
     *
     * @param label what it is
     * @param value the figure
     * @param detail its interval, and what it means
     */
    public record Tile(String label, String value, String detail) {

        public Tile {
            label = Plain.line(label);
            value = Plain.line(value);
            detail = Plain.line(detail);
        }
    }

    /**
     * A whole in its parts, as one bar.
     *
     * @param caption what the whole is
     * @param segments the parts, in their order; their shares add up to 1
     */
    public record Bar(String caption, List<Segment> segments) implements Block {

        public Bar {
            caption = Plain.line(caption);
            segments = List.copyOf(segments);
        }
    }

    /**
     * A part of a bar.
     *
     * @param kind what kind of part it is, for its colour
     * @param label what it is called
     * @param share of the whole, 0 … 1
     * @param text the share in words
     */
    public record Segment(String kind, String label, double share, String text) {

        public Segment {
            label = Plain.line(label);
            text = Plain.line(text);
        }

        /** Its width in the style sheet's language. */
        public String width() {
            return String.format(Locale.ROOT, "%.4f%%", share * 100);
        }
    }

    /**
     * The section of one alternative, where there are several.
     *
     * @param alternative its id
     * @param name its name
     * @param isNamed whether the name stands above it; where the page says which alternative it is about, one does for several parts
     * @param blocks what is said
     */
    public record AlternativePart(String alternative, String name, boolean isNamed, List<Block> blocks)
            implements Block {

        public AlternativePart {
            name = Plain.line(name);
            blocks = List.copyOf(blocks);
        }
    }

    /**
     * A table.
     *
     * @param caption what it shows
     * @param columns its columns; the first names the row
     * @param rows its rows, each with a cell for every column
     */
    public record Table(String caption, List<Column> columns, List<Row> rows) implements Block {

        private static final int SHORT = 12;

        public Table {
            caption = Plain.line(caption);
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }

        /** Whether it stays whole on paper. */
        public boolean isShort() {
            return rows.size() <= SHORT;
        }
    }

    /** A column. */
    public record Column(String heading, boolean isNumeric) {

        public Column {
            heading = Plain.line(heading);
        }
    }

    /** A row; a total is set off from the rows above it. */
    public record Row(boolean isTotal, List<Cell> cells) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A cell.
     *
     * @param text what it says
     * @param value the number itself, where it is one
     * @param details smaller texts below it
     * @param link where more can be read, or null
     */
    public record Cell(
            String text,
            OptionalDouble value,
            List<String> details,
            @Nullable String link) {

        public Cell {
            text = Plain.line(text);
            details = lines(details);
        }

        /** This many characters of a detail are shown at once; of a longer one the reader asks for the rest. */
        private static final int LONG = 280;

        private static final int BEGINNING = 100;

        private static final Pattern BREAK = Pattern.compile("(?<=\\p{L}[/_])(?=\\p{L})");

        /** Whether a detail is too long to be shown at once. */
        public static boolean isLong(String detail) {
            return detail.codePointCount(0, detail.length()) > LONG;
        }

        /** The first words of a long detail. */
        public static String beginning(String detail) {
            return detail.substring(0, detail.offsetByCodePoints(0, BEGINNING));
        }

        /** A text where a line may end within a path, an id or a unit: behind a stroke or a low line. */
        public static List<String> breakable(String text) {
            boolean isPlain = text.indexOf('/') < 0 && text.indexOf('_') < 0;
            return isPlain ? List.of(text) : List.of(BREAK.split(text));
        }

        /** What the page says of the direction of its texts: nothing, unless some are written from right to left. */
        public @Nullable String direction() {
            return Stream.concat(Stream.of(text), details.stream()).anyMatch(Cell::isRightToLeft) ? "auto" : null;
        }

        private static boolean isRightToLeft(String text) {
            return Bidi.requiresBidi(text.toCharArray(), 0, text.length());
        }

        /** Whether nothing stands in it. */
        boolean isEmpty() {
            return text.isEmpty() && details.isEmpty();
        }

        static Cell of(String text) {
            return new Cell(text, OptionalDouble.empty(), List.of(), null);
        }

        static Cell of(String text, double value) {
            return new Cell(text, OptionalDouble.of(value), List.of(), null);
        }
    }

    /** What a chart looks like. */
    public enum ChartKind {
        /** A point and its interval for each row. */
        INTERVALS,
        /** From one total to another, step by step. */
        WATERFALL,
        /** Bars beside each other for each row. */
        BARS,
        /** Bars over the years, a panel for each stakeholder. */
        YEARS,
        /** Bars over the years, a panel with a scale of its own for each effect. */
        UNITS,
        /** A line with bands of percentiles. */
        FAN,
        /** How often each range of values occurs. */
        HISTOGRAM,
        /** From low to high around a central value, for each row. */
        TORNADO,
        /** A line over amounts, with one of them marked. */
        CURVE
    }

    /**
     * A chart with what it shows in words and in tables.
     *
     * @param kind what it looks like
     * @param caption its heading
     * @param description what it shows, for who cannot see it
     * @param data what is drawn, as a tree of maps, lists, texts and numbers
     * @param tables the same figures; never empty
     * @param isTableShown whether the tables are part of the text, or are there for who asks
     */
    public record Chart(
            ChartKind kind,
            String caption,
            String description,
            Map<String, @Nullable Object> data,
            List<Table> tables,
            boolean isTableShown)
            implements Block {

        public Chart {
            caption = Plain.line(caption);
            description = Plain.line(description);
            data = drawn(data);
            tables = List.copyOf(tables);
        }

        private static Map<String, @Nullable Object> drawn(Map<?, ?> data) {
            Map<String, @Nullable Object> tree = new LinkedHashMap<>();
            data.forEach((key, value) -> tree.put((String) key, drawn(value)));
            return Collections.unmodifiableMap(tree);
        }

        private static @Nullable Object drawn(@Nullable Object value) {
            if (value instanceof Map<?, ?> map) {
                return drawn(map);
            }
            if (value instanceof List<?> list) {
                List<@Nullable Object> elements = new ArrayList<>();
                list.forEach(element -> elements.add(drawn(element)));
                return elements;
            }
            return value instanceof String text ? Plain.line(text) : value;
        }
    }

    /**
     * Parameters that the reader can move, and figures that follow.
     *
     * @param alternative id of the alternative whose plan is evaluated
     * @param sliders the parameters
     * @param outputs the figures
     * @param absentRatio the text instead of a return per euro that does not exist
     * @param refused the text for values that cannot be
     */
    public record WhatIf(
            String alternative, List<Slider> sliders, List<Output> outputs, String absentRatio, String refused)
            implements Block {

        public WhatIf {
            sliders = List.copyOf(sliders);
            outputs = List.copyOf(outputs);
        }
    }

    /**
     * A parameter that can be moved.
     *
     * @param parameter its id
     * @param label its name
     * @param unit what stands behind its value, or empty
     * @param isFraction whether it is shown as a percentage
     * @param isMoney whether it is shown with the sign of the currency
     */
    public record Slider(
            String parameter,
            String label,
            String unit,
            boolean isFraction,
            boolean isMoney,
            double low,
            double central,
            double high) {

        public Slider {
            label = Plain.line(label);
            unit = Plain.line(unit);
        }
    }

    /**
     * A figure that follows.
     *
     * @param figure its name in the plan, or {@code bcr}
     * @param label what it is
     * @param central its value in the central estimate as text
     */
    public record Output(String figure, String label, String central) {

        public Output {
            label = Plain.line(label);
            central = Plain.line(central);
        }
    }
}
