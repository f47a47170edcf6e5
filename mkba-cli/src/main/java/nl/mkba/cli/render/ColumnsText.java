package nl.mkba.cli.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import nl.mkba.cli.language.Messages;
import nl.mkba.cli.language.Numbers;
import nl.mkba.file.format.ColumnMapping;
import nl.mkba.file.portfolio.ColumnsPreview;
import nl.mkba.json.tree.Plain;

/** How the columns of a table were understood, as text. */
public final class ColumnsText {

    private static final String INDENT = "  ";

    private final ColumnsPreview preview;
    private final Messages messages;
    private final Numbers numbers;
    private final StringBuilder text = new StringBuilder();

    private ColumnsText(ColumnsPreview preview, Messages messages) {
        this.preview = preview;
        this.messages = messages;
        this.numbers = new Numbers(messages.language(), "EUR");
    }

    /** The text. */
    public static String of(ColumnsPreview preview, ColumnMapping mapping, Messages messages) {
        return Plain.text(new ColumnsText(preview, messages).text(mapping));
    }

    private String text(ColumnMapping mapping) {
        String detail = preview.detail().isEmpty() ? "" : " (" + preview.detail() + ")";
        line("columns.title", preview.table(), form() + detail, mapping.origin());
        text.append('\n');
        line("columns.id", column(preview.id()));
        ColumnsPreview.Column name = preview.name();
        if (name != null) {
            line("columns.name", column(name));
        }
        for (Map.Entry<ColumnsPreview.Column, List<String>> filter :
                preview.where().entrySet()) {
            line("columns.where", column(filter.getKey()), String.join(", ", filter.getValue()));
        }
        line(
                "columns.rows",
                numbers.whole((double) preview.kept()),
                numbers.whole((double) preview.passedOver()),
                numbers.whole((double) preview.leftOut()),
                numbers.whole((double) preview.bad()));
        line("columns.not_calculated", "--check");
        text.append('\n');
        TextTable parameters = new TextTable(
                        messages.text("columns.parameter"),
                        messages.text("columns.formula"),
                        messages.text("columns.columns"),
                        messages.text("columns.if_missing"),
                        messages.text("columns.missing"))
                .withTexts(4);
        for (ColumnsPreview.Understood each : preview.parameters()) {
            parameters.row(
                    each.parameter(),
                    each.formula(),
                    each.columns().stream().map(ColumnsText::column).collect(Collectors.joining(", ")),
                    without(each.ifMissing()),
                    numbers.whole((double) each.missing()));
        }
        parameters.writeTo(text, INDENT);
        places();
        if (!preview.unknown().isEmpty()) {
            text.append('\n');
            line("columns.unknown", String.join(", ", preview.unknown()));
        }
        return text.toString();
    }

    private String form() {
        return messages.text(
                switch (preview.form()) {
                    case CSV -> "columns.form.csv";
                    case PARQUET -> "columns.form.parquet";
                    case XLSX -> "columns.form.xlsx";
                });
    }

    private String without(ColumnMapping.IfMissing what) {
        return messages.text(
                switch (what) {
                    case REFUSE -> "columns.if_missing.refuse";
                    case KEEP -> "columns.if_missing.keep";
                    case SKIP -> "columns.if_missing.skip";
                });
    }

    private void places() {
        if (preview.places().isEmpty()) {
            return;
        }
        text.append('\n');
        List<String> headings = new ArrayList<>(List.of(messages.text("columns.parameter")));
        preview.places().forEach(place -> headings.add(place.id()));
        TextTable table = new TextTable(headings.toArray(String[]::new));
        if (preview.name() != null) {
            List<String> names = new ArrayList<>(List.of(""));
            preview.places().forEach(place -> names.add(place.name()));
            table.row(names.toArray(String[]::new));
        }
        for (int i = 0; i < preview.parameters().size(); i++) {
            List<String> cells = new ArrayList<>();
            cells.add(preview.parameters().get(i).parameter());
            for (ColumnsPreview.Place place : preview.places()) {
                OptionalDouble value = place.values().get(i);
                cells.add(value.isPresent() ? numbers.precise(value.getAsDouble()) : messages.text("columns.own"));
            }
            table.row(cells.toArray(String[]::new));
        }
        table.writeTo(text, INDENT);
    }

    private void line(String key, Object... details) {
        text.append(messages.text(key, details)).append('\n');
    }

    private static String column(ColumnsPreview.Column column) {
        return column.name() + " (" + column.letters() + ")";
    }
}
