package nl.mkba.json;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows of ARCHITECTURE.md within the module that writes JSON. */
@AnalyzeClasses(packages = "nl.mkba.json", importOptions = ArchitectureTest.MainCode.class)
class ArchitectureTest {

    /** Whatever the build folder is called. */
    static final class MainCode implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/");
        }
    }

    @ArchTest
    static final ArchRule theDoorUsesTheTrees = noClasses()
            .that()
            .resideInAPackage("nl.mkba.json.tree..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("nl.mkba.json");

    @ArchTest
    static final ArchRule onlyJacksonsGeneratorIsUsed = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "com.fasterxml.jackson.databind..",
                    "com.fasterxml.jackson.annotation..",
                    "com.fasterxml.jackson.dataformat..",
                    "nl.mkba.engine.plan..");

    /** Results alone need no reader of files: that is there for whoever writes the catalogue. */
    @ArchTest
    static final ArchRule onlyTheCatalogueNeedsScenarioFiles = noClasses()
            .that()
            .doNotHaveSimpleName("CatalogueJson")
            .and()
            .doNotHaveSimpleName("CatalogueTree")
            .and()
            .doNotHaveSimpleName("ColumnsTree")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("nl.mkba.file..");
}
