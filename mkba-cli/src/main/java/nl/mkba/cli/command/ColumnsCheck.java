package nl.mkba.cli.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import nl.mkba.cli.render.ColumnsText;
import nl.mkba.file.format.ColumnMapping;
import nl.mkba.file.portfolio.ColumnsPreview;
import nl.mkba.file.portfolio.TableColumns;
import nl.mkba.json.CatalogueJson;
import nl.mkba.problem.Problem;

/** {@code mkba portfolio --check}: how the columns of a table were understood, and what is wrong with its rows. */
final class ColumnsCheck {

    /** Places that are shown. */
    private static final int PLACES = 3;

    private ColumnsCheck() {}

    static Result of(TableColumns columns, ColumnMapping mapping, Invocation invocation) throws IOException {
        ColumnsPreview preview;
        try {
            preview = ColumnsPreview.of(columns, mapping, PLACES);
        } catch (IOException e) {
            throw TableFile.unreadable(columns.table().file());
        }
        List<Problem> problems = new ArrayList<>(preview.problems());
        problems.addAll(preview.warnings());
        invocation.tell(problems, preview.table());
        if (preview.bad() > ColumnsPreview.MOST_TOLD) {
            invocation
                    .console()
                    .tell(invocation
                            .messages()
                            .text("portfolio.more_bad_rows", preview.bad() - ColumnsPreview.MOST_TOLD));
        }
        String text = invocation.isFormat("json")
                ? CatalogueJson.write(preview, mapping) + "\n"
                : ColumnsText.of(preview, mapping, invocation.messages());
        boolean isRight = preview.problems().isEmpty()
                || (preview.kept() > 0 && invocation.arguments().has(Option.SKIP_BAD_ROWS));
        // On the screen, whatever --out says: it names the file for the figures, and none are made.
        invocation.console().print(invocation.isFormat("json") ? text : invocation.toRead(text, null));
        return new Result(isRight ? Result.DONE : Result.WRONG, "");
    }
}
