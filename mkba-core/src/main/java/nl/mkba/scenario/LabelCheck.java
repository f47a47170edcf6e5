package nl.mkba.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.mkba.engine.spelling.IdSpelling;
import nl.mkba.engine.spelling.Spelling;
import nl.mkba.label.LabelList;
import nl.mkba.label.Labels;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.problem.Problems;

/** Whether labels are well written, and whether those of a key that has a list stand in it. */
final class LabelCheck {

    private static final List<String> LISTED =
            Arrays.stream(LabelList.values()).map(LabelList::id).toList();

    private final IdCheck ids;
    private final Problems problems;

    LabelCheck(IdCheck ids, Problems problems) {
        this.ids = ids;
        this.problems = problems;
    }

    /** The labels of what stands at this path. */
    void check(String owner, Labels labels) {
        for (Map.Entry<String, String> label : labels.texts().entrySet()) {
            String key = label.getKey();
            String path = owner + ".labels." + key;
            ids.id(path, key);
            if (label.getValue().isBlank()) {
                problems.add(ProblemCode.EMPTY_TEXT, path);
                continue;
            }
            Optional<LabelList> list = LabelList.of(key);
            String meant = list.isPresent() || !IdSpelling.isId(key) ? null : Spelling.nearest(key, LISTED);
            if (meant != null) {
                problems.add(
                        Problem.ofKey(ProblemCode.PERHAPS_LABEL_KEY, path, key).suggesting(meant));
            }
            if (list.isPresent() && !list.get().has(label.getValue())) {
                problems.add(Problem.of(
                                ProblemCode.NOT_IN_LABEL_LIST,
                                path,
                                label.getValue().strip(),
                                key)
                        .suggesting(list.get().nearest(label.getValue())));
            }
        }
    }
}
