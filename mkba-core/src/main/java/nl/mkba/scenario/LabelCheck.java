package nl.mkba.scenario;

import java.util.Map;
import java.util.Optional;
import nl.mkba.label.LabelList;
import nl.mkba.label.Labels;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.problem.Problems;

/** Whether labels are well written, and whether those of a key that has a list stand in it. */
final class LabelCheck {

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
