package nl.mkba.engine.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import nl.mkba.problem.Problem;
import nl.mkba.problem.Problems;
import nl.mkba.uncertainty.Workers;

/** Cases worked on by several threads, with the same results and problems, in the same order, as one after the other. */
final class SeparateCases {

    /** For fewer cases a second thread costs more than it saves: it starts late and runs code that is not compiled yet. */
    private static final int FEWEST = 64;

    private SeparateCases() {}

    /**
     * What is made of each case. The problems of each are found apart from those of the others, and then added in order. That is only
     * the same as one after the other while nothing is wrong: an error in one case says what follows from it in the next. So if there
     * is one, all are done again in that way; who is told what to mend does not mind the wait.
     *
     * @param cases what is to be worked on
     * @param problems takes what is wrong and what deserves attention
     * @param workers where the work is done
     * @param work makes something of one case, and adds what is wrong with it
     */
    static <C, R> List<R> each(List<C> cases, Problems problems, Workers workers, BiFunction<C, Problems, R> work) {
        if (cases.size() >= FEWEST && !problems.hasErrors()) {
            List<R> results = new ArrayList<>(Collections.nCopies(cases.size(), null));
            List<Problems> found = new ArrayList<>();
            for (int c = 0; c < cases.size(); c++) {
                found.add(problems.beside());
            }
            workers.run(cases.size(), () -> task -> results.set(task, work.apply(cases.get(task), found.get(task))));
            if (found.stream().noneMatch(Problems::hasErrors)) {
                for (Problems ofCase : found) {
                    for (Problem problem : ofCase.all()) {
                        problems.add(problem);
                    }
                }
                return results;
            }
        }
        List<R> results = new ArrayList<>();
        for (C each : cases) {
            workers.throwIfCancelled();
            results.add(work.apply(each, problems));
        }
        return results;
    }
}
