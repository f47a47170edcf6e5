package nl.mkba.scenario;

import java.util.Collection;
import java.util.List;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.engine.spelling.IdSpelling;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.problem.Problems;
import nl.mkba.text.Text;
import org.jspecify.annotations.Nullable;

/** Whether ids are well written, and whether those that are referred to exist. */
final class IdCheck {

    private final Scenario scenario;
    private final Problems problems;

    IdCheck(Scenario scenario, Problems problems) {
        this.scenario = scenario;
        this.problems = problems;
    }

    /** A key that is an id. */
    void id(String path, String id) {
        if (!IdSpelling.isId(id)) {
            problems.add(Problem.ofKey(ProblemCode.NOT_AN_ID, path, id).suggesting(IdSpelling.meant(id)));
        }
    }

    /** A key that is an id, which must not mean something else already. */
    void free(String path, String id, boolean isReserved) {
        if (isReserved) {
            problems.add(Problem.ofKey(ProblemCode.RESERVED_NAME, path, id));
        }
    }

    /** A value that is an id. */
    void value(String path, @Nullable String id) {
        if (id != null && !IdSpelling.isId(id)) {
            problems.add(Problem.of(ProblemCode.NOT_AN_ID, path, id).suggesting(IdSpelling.meant(id)));
        }
    }

    /** Whether the id is one of a section's; a problem is reported otherwise. */
    boolean known(ProblemCode code, String path, String id, String section, Collection<String> known) {
        if (known.contains(id)) {
            return true;
        }
        unknown(Problem.of(code, path, id), section, known);
        return false;
    }

    /** Reports an unknown id, unless it may be one that an earlier problem keeps from being known. */
    void unknown(Problem problem, String section, Collection<String> known) {
        if (problems.isIncomplete(section) || problems.isFull()) {
            return;
        }
        String id = problem.arguments().get(0);
        List<String> near = problems.nearest(id, known);
        if (!isReportedAsKey(id, section, near)) {
            problems.add(problem.suggesting(near));
        }
    }

    /** Whether something is referred to as it will be called when what was reported of its own key is mended. */
    boolean isReportedAsKey(String id, String section, List<String> near) {
        for (String key : near) {
            if (id.equals(IdSpelling.meant(key)) && problems.isInDoubt(section + "." + key)) {
                return true;
            }
        }
        return false;
    }

    private void unknownStakeholder(Problem problem) {
        String meant = byName(problem.arguments().get(0));
        if (meant == null) {
            unknown(problem, "stakeholders", scenario.stakeholders().keySet());
        } else {
            problems.add(problem.suggesting(meant));
        }
    }

    /** The id of the only stakeholder with this name, in any language; or null. */
    private @Nullable String byName(String name) {
        String found = null;
        for (Stakeholder stakeholder : scenario.stakeholders().values()) {
            Text named = stakeholder.name();
            if (named != null && named.says(name.strip())) {
                if (found != null) {
                    return null;
                }
                found = stakeholder.id();
            }
        }
        return found;
    }

    void stakeholder(String path, String id) {
        if (!scenario.stakeholders().containsKey(id)) {
            unknownStakeholder(Problem.of(ProblemCode.UNKNOWN_STAKEHOLDER, path, id));
        }
    }

    void shares(String path, Shares shares) {
        if (shares.byStakeholder().isEmpty()) {
            problems.add(ProblemCode.EMPTY, path);
        }
        for (String stakeholder : shares.byStakeholder().keySet()) {
            String sharePath = path + "." + stakeholder;
            if (!scenario.stakeholders().containsKey(stakeholder)) {
                unknownStakeholder(Problem.ofKey(ProblemCode.UNKNOWN_STAKEHOLDER, sharePath, stakeholder));
            }
        }
    }

    void rateClass(String path, @Nullable String rateClass) {
        DiscountPolicy policy = scenario.discounting();
        if (rateClass == null
                || rateClass.equals(DiscountPolicy.STANDARD)
                || policy.classes().containsKey(rateClass)
                || problems.isInDoubt("discounting")) {
            return;
        }
        if (policy.classes().isEmpty()) {
            problems.add(ProblemCode.POLICY_WITHOUT_CLASSES, path, rateClass);
        } else {
            known(
                    ProblemCode.UNKNOWN_RATE_CLASS,
                    path,
                    rateClass,
                    "discounting.classes",
                    policy.classes().keySet());
        }
    }
}
