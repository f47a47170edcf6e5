package nl.mkba.cli.report;

import java.util.List;
import nl.mkba.cli.report.Document.Block;
import nl.mkba.cli.report.Document.Cell;
import nl.mkba.cli.report.Document.Column;
import nl.mkba.cli.report.Document.Row;
import nl.mkba.cli.report.Document.Section;
import nl.mkba.cli.report.Document.Table;
import nl.mkba.cli.report.Document.Tone;

/** The report as Markdown, to paste into a document; charts are their tables. */
public final class MarkdownReport {

    private final StringBuilder text = new StringBuilder(1 << 14);

    private MarkdownReport() {}

    /** The text. */
    public static String of(Document document) {
        MarkdownReport report = new MarkdownReport();
        if (!document.departures().isEmpty()) {
            report.text.append("> ").append(escaped(document.departures())).append("\n\n");
        }
        report.text.append("# ").append(escaped(document.title())).append("\n\n");
        report.text.append(escaped(document.subtitle())).append('\n');
        for (Section section : document.sections()) {
            report.text.append("\n## ").append(escaped(section.heading())).append('\n');
            report.write(section.blocks());
        }
        return report.text.toString();
    }

    private void write(List<Block> blocks) {
        for (Block block : blocks) {
            if (block instanceof Document.Paragraph paragraph) {
                text.append(paragraph.tone() == Tone.WARNING ? "\n> " : "\n")
                        .append(escaped(paragraph.text()))
                        .append('\n');
            } else if (block instanceof Document.Bullets bullets) {
                text.append('\n');
                bullets.items()
                        .forEach(item -> text.append("- ").append(escaped(item)).append('\n'));
            } else if (block instanceof Document.Code code) {
                text.append("\n    ").append(code.text()).append('\n');
            } else if (block instanceof Document.Tiles tiles) {
                text.append('\n');
                tiles.tiles()
                        .forEach(tile -> text.append("- ")
                                .append(escaped(tile.label()))
                                .append(": **")
                                .append(escaped(tile.value()))
                                .append("** (")
                                .append(escaped(tile.detail()))
                                .append(")\n"));
            } else if (block instanceof Document.Bar bar) {
                text.append("\n**").append(escaped(bar.caption())).append("**\n\n");
                bar.segments()
                        .forEach(segment -> text.append("- ")
                                .append(escaped(segment.label()))
                                .append(": ")
                                .append(escaped(segment.text()))
                                .append('\n'));
            } else if (block instanceof Document.AlternativePart part) {
                String mark = part.isNamed() ? "\n### " : "\n**";
                text.append(mark).append(escaped(part.name())).append(part.isNamed() ? "\n" : "**\n");
                write(part.blocks());
            } else if (block instanceof Document.Chart chart) {
                chart.tables().forEach(this::write);
            } else if (block instanceof Table table) {
                write(table);
            }
        }
    }

    private void write(Table table) {
        text.append("\n**").append(escaped(table.caption())).append("**\n\n|");
        for (Column column : table.columns()) {
            text.append(' ').append(cell(column.heading())).append(" |");
        }
        text.append("\n|");
        for (Column column : table.columns()) {
            text.append(column.isNumeric() ? "---:|" : "---|");
        }
        text.append('\n');
        for (Row row : table.rows()) {
            text.append('|');
            for (Cell cell : row.cells()) {
                String mark = row.isTotal() && !cell.text().isEmpty() ? "**" : "";
                text.append(' ').append(mark).append(cell(cell.text())).append(mark);
                cell.details()
                        .forEach(
                                detail -> text.append(" (").append(cell(detail)).append(')'));
                text.append(" |");
            }
            text.append('\n');
        }
    }

    private static String cell(String content) {
        return escaped(content).replace("\n", " ");
    }

    /** A text in which nothing is read as Markdown or HTML. */
    private static String escaped(String plain) {
        StringBuilder safe = new StringBuilder(plain.length() + 16);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if ("\\`*_[]<>|~".indexOf(c) >= 0 || ((c == '#' || c == '+' || c == '=') && i == 0)) {
                safe.append('\\');
            }
            safe.append(c == '\n' ? ' ' : c);
        }
        return safe.toString();
    }
}
