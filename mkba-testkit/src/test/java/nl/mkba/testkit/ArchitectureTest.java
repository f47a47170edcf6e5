package nl.mkba.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/** The arrows of ARCHITECTURE.md within the module to test with. */
@AnalyzeClasses(packages = "nl.mkba.testkit", importOptions = ArchitectureTest.MainCode.class)
class ArchitectureTest {

    /** Whatever the build folder is called. */
    static final class MainCode implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/");
        }
    }

    @ArchTest
    static final ArchRule theNaiveEvaluationKnowsNothingOfTheEngine = noClasses()
            .that()
            .resideInAPackage("nl.mkba.testkit.naive")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "nl.mkba",
                    "nl.mkba.engine..",
                    "nl.mkba.appraisal..",
                    "nl.mkba.explain..",
                    "nl.mkba.uncertainty..",
                    "nl.mkba.portfolio..",
                    "nl.mkba.sensitivity..",
                    "nl.mkba.cooperation..",
                    "nl.mkba.budget..",
                    "nl.mkba.testkit",
                    "nl.mkba.file..")
            .because("what it is held against must not be what it is made of");

    @ArchTest
    static final ArchRule packagesFormNoCycle = SlicesRuleDefinition.slices()
            .matching("nl.mkba.testkit.(*)..")
            .should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule noPackageIsNamedAfterItsForm = noClasses()
            .should()
            .resideInAnyPackage(
                    "..util..", "..utils..", "..common..", "..impl..", "..dto..", "..helper..", "..helpers..");
}
