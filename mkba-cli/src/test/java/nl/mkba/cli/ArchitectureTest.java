package nl.mkba.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/** The arrows of ARCHITECTURE.md within the command. */
@AnalyzeClasses(packages = "nl.mkba.cli", importOptions = ArchitectureTest.MainCode.class)
class ArchitectureTest {

    /** Whatever the build folder is called. */
    static final class MainCode implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/");
        }
    }

    @ArchTest
    static final ArchRule renderingKnowsNoCommands = noClasses()
            .that()
            .resideInAnyPackage("nl.mkba.cli.render..", "nl.mkba.cli.report..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("nl.mkba.cli", "nl.mkba.cli.command..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule packagesFormNoCycle = SlicesRuleDefinition.slices()
            .matching("nl.mkba.cli.(*)..")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule jacksonIsLeftToTheModulesBelowAndToMaps = noClasses()
            .that()
            .resideOutsideOfPackage("nl.mkba.cli.map..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml.jackson..", "org.yaml..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule geometryStaysWithTheMaps = noClasses()
            .that()
            .resideOutsideOfPackage("nl.mkba.cli.map..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.locationtech..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule noPackageIsNamedAfterItsForm = noClasses()
            .should()
            .resideInAnyPackage(
                    "..util..", "..utils..", "..common..", "..impl..", "..dto..", "..helper..", "..helpers..");
}
