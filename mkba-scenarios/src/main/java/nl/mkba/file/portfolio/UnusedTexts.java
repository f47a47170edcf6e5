package nl.mkba.file.portfolio;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.mkba.engine.spelling.Spelling;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;

/** Texts of conditions on rows ({@code where}) that keep no row, and were perhaps meant otherwise. */
final class UnusedTexts {

    /** Texts of a column that are remembered, to tell what was perhaps meant. */
    private static final int MOST_TEXTS = 200;

    private final List<Condition> conditions = new ArrayList<>();

    /** What is noted of a condition on rows: which of its texts keep a row, and what stands in the rows that are passed over. */
    static final class Condition {
        private final BitSet keeping = new BitSet();
        private final Set<String> others = new LinkedHashSet<>();

        void keep(int text) {
            keeping.set(text);
        }

        void passOver(String found) {
            if (others.size() < MOST_TEXTS) {
                others.add(found);
            }
        }
    }

    /** What is noted of a condition, by its place among {@link TableColumns#filters}. */
    Condition condition(int filter) {
        while (conditions.size() <= filter) {
            conditions.add(new Condition());
        }
        return conditions.get(filter);
    }

    /** Adds what is noted of a later part of the table. */
    void addAll(UnusedTexts later) {
        for (int filter = 0; filter < later.conditions.size(); filter++) {
            Condition ofLater = later.conditions.get(filter);
            condition(filter).keeping.or(ofLater.keeping);
            ofLater.others.forEach(condition(filter)::passOver);
        }
    }

    /** Warnings of the texts that keep no row; only of a table that was read to its end. */
    List<Problem> warnings(TableColumns columns) {
        List<Problem> absent = new ArrayList<>();
        for (int each = 0; each < conditions.size(); each++) {
            Condition condition = conditions.get(each);
            TableColumns.Filter filter = columns.filters().get(each);
            for (int text = 0; text < filter.texts().size(); text++) {
                // Of a condition that no row came to nothing can be said.
                if (!condition.keeping.get(text) && !(condition.keeping.isEmpty() && condition.others.isEmpty())) {
                    String wanted = filter.texts().get(text);
                    absent.add(Problem.of(ProblemCode.TEXT_KEEPS_NO_ROW, filter.path(), Problem.shown(wanted))
                            .suggesting(wanted.endsWith("*") ? null : Spelling.nearest(wanted, condition.others))
                            .in(filter.place()));
                }
            }
        }
        return absent;
    }
}
