package nl.mkba;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The arrows of ARCHITECTURE.md, and what the engine keeps away from. */
@AnalyzeClasses(packages = "nl.mkba", importOptions = ArchitectureTest.MainCode.class)
class ArchitectureTest {

    /** Whatever the build folder is called. */
    static final class MainCode implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/");
        }
    }

    /** From low to high: a package may use those on lower lines only. */
    private static final List<Set<String>> LINES = List.of(
            Set.of("nl.mkba.engine.result", "nl.mkba.engine.spelling", "nl.mkba.text"),
            Set.of("nl.mkba.problem"),
            Set.of("nl.mkba.engine.limit", "nl.mkba.engine.number"),
            Set.of("nl.mkba.expression", "nl.mkba.source"),
            Set.of("nl.mkba.engine.input"),
            Set.of("nl.mkba.time", "nl.mkba.price", "nl.mkba.distribution", "nl.mkba.label"),
            Set.of("nl.mkba.engine.distribution", "nl.mkba.engine.time"),
            Set.of("nl.mkba.discounting"),
            Set.of("nl.mkba.scenario"),
            Set.of("nl.mkba.appraisal"),
            Set.of("nl.mkba.explain", "nl.mkba.uncertainty"),
            Set.of("nl.mkba.sensitivity", "nl.mkba.cooperation", "nl.mkba.budget"),
            Set.of("nl.mkba.portfolio"),
            Set.of("nl.mkba.engine.plan"),
            Set.of("nl.mkba.engine.appraisal"),
            Set.of("nl.mkba.engine.explain", "nl.mkba.engine.uncertainty"),
            Set.of(
                    "nl.mkba.engine.portfolio",
                    "nl.mkba.engine.sensitivity",
                    "nl.mkba.engine.cooperation",
                    "nl.mkba.engine.budget"),
            Set.of("nl.mkba"));

    private static final Map<String, Integer> LINE_OF = new HashMap<>();

    static {
        for (int line = 0; line < LINES.size(); line++) {
            for (String name : LINES.get(line)) {
                LINE_OF.put(name, line);
            }
        }
    }

    @ArchTest
    static final ArchRule everyPackageHasItsLine = classes()
            .should()
            .resideInAnyPackage(LINE_OF.keySet().toArray(String[]::new))
            .because("a new package gets its place in ARCHITECTURE.md and here first");

    @ArchTest
    static final ArchRule arrowsPointDown = classes().should(new ArchCondition<>("use packages on lower lines only") {
        @Override
        public void check(JavaClass user, ConditionEvents events) {
            for (Dependency dependency : user.getDirectDependenciesFromSelf()) {
                String from = user.getPackageName();
                String to = dependency.getTargetClass().getPackageName();
                Integer lineOfUser = LINE_OF.get(from);
                Integer lineOfUsed = LINE_OF.get(to);
                if (lineOfUser != null && lineOfUsed != null && !from.equals(to) && lineOfUsed >= lineOfUser) {
                    events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                }
            }
        }
    });

    @ArchTest
    static final ArchRule packagesFormNoCycle =
            SlicesRuleDefinition.slices().matching("nl.mkba.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noPackageIsNamedAfterItsForm = noClasses()
            .should()
            .resideInAnyPackage(
                    "..util..", "..utils..", "..common..", "..impl..", "..dto..", "..helper..", "..helpers..");

    @ArchTest
    static final ArchRule onlyTheNamedLibrariesAreUsed = classes()
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            "nl.mkba..",
                            "java..",
                            "javax.money..",
                            "org.javamoney.moneta..",
                            "org.apache.commons.math3..",
                            "org.jspecify.annotations..")
                    .or(describe("are primitives or arrays of them", ArchitectureTest::isPrimitive)))
            .because("who embeds the engine gets no YAML, JSON or logging library with it");

    @ArchTest
    static final ArchRule moneyIsMadeAtTheBorder = noClasses()
            .that()
            .resideOutsideOfPackage("nl.mkba.appraisal")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.money..", "org.javamoney..")
            .because("the arithmetic is in double; results hand out money on request");

    @ArchTest
    static final ArchRule chanceIsAFunctionOfTheSeed = noClasses()
            .should(dependOnClassesThat(assignableTo("java.util.random.RandomGenerator")))
            .orShould()
            .accessTargetWhere(calls("random", "java.lang.Math", "java.lang.StrictMath"))
            .because("the same seed gives the same figures, on any number of threads");

    /** The functions of {@code Math} that may differ in the last bits; square roots, least and greatest and the like may not. */
    private static final String MAY_DIFFER =
            "exp|expm1|log|log1p|log10|pow|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|cbrt|hypot";

    @ArchTest
    static final ArchRule powersAreTheSameEverywhere = noClasses()
            .should()
            .accessTargetWhere(calls(MAY_DIFFER, "java.lang.Math"))
            .because(
                    "Math may round powers, exponentials and logarithms differently on another processor or version of Java; "
                            + "StrictMath gives the same bits everywhere, so that a scenario gives the same figures");

    @ArchTest
    static final ArchRule surroundingsDoNotMatter = noClasses()
            .should()
            .accessTargetWhere(
                    calls("getenv|getProperty|getProperties|currentTimeMillis|nanoTime|out|err|in", "java.lang.System")
                            .or(calls("getBoolean", "java.lang.Boolean"))
                            .or(calls("getInteger", "java.lang.Integer"))
                            .or(calls("getLong", "java.lang.Long"))
                            .or(calls("getDefault", "java.util.Locale", "java.util.TimeZone"))
                            .or(accessTo("now", resideInAnyPackage("java.time.."))))
            .orShould(dependOnClassesThat(resideInAnyPackage("java.nio.file..", "java.net..", "java.util.logging..")))
            .orShould(dependOnClassesThat(
                    nameMatching("java\\.io\\.(File|FileReader|FileWriter|FileInputStream|FileOutputStream)")))
            .because("the same scenario gives the same figures everywhere; files and the console are for the callers");

    @ArchTest
    static final ArchRule threadsAreTheCallers = noClasses()
            .should(dependOnClassesThat(assignableTo("java.util.concurrent.ForkJoinPool")
                    .or(assignableTo("java.util.concurrent.ThreadPoolExecutor"))
                    .or(nameMatching("java\\.util\\.concurrent\\.(Executors|CompletableFuture)"))
                    .or(nameMatching("java\\.util\\.Timer"))))
            .orShould()
            .accessTargetWhere(calls("<init>", "java.lang.Thread"))
            .orShould()
            .accessTargetWhere(calls("start", "java.lang.Thread"))
            .orShould()
            .accessTargetWhere(accessTo(
                    "parallel|parallelStream|parallelSort|parallelPrefix|parallelSetAll",
                    resideInAnyPackage("java.util..")))
            .because("an engine starts no threads; it uses those it is handed");

    private static boolean isPrimitive(JavaClass type) {
        return type.getBaseComponentType().isPrimitive();
    }

    private static DescribedPredicate<JavaAccess<?>> calls(String member, String... owners) {
        return accessTo(
                member,
                nameMatching(String.join("|", owners).replace(".", "\\.")).forSubtype());
    }

    private static DescribedPredicate<JavaAccess<?>> accessTo(
            String member, DescribedPredicate<? super JavaClass> owner) {
        return describe("access to " + member + " of classes that " + owner.getDescription(), access -> {
            AccessTarget target = access.getTarget();
            return target.getName().matches(member) && owner.test(target.getOwner());
        });
    }
}
