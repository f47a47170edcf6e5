package nl.mkba.scenarios;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/** The arrows of ARCHITECTURE.md within the module that reads and writes scenario files. */
@AnalyzeClasses(packages = "nl.mkba.scenarios", importOptions = ArchitectureTest.MainCode.class)
class ArchitectureTest {

    /** Whatever the build folder is called. */
    static final class MainCode implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/");
        }
    }

    @ArchTest
    static final ArchRule arrowsPointDown = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("yaml")
            .definedBy("nl.mkba.scenarios.yaml")
            .layer("format")
            .definedBy("nl.mkba.scenarios.format")
            .layer("schema")
            .definedBy("nl.mkba.scenarios.schema")
            .layer("catalogue")
            .definedBy("nl.mkba.scenarios.catalogue")
            .layer("portfolio")
            .definedBy("nl.mkba.scenarios.portfolio")
            .layer("entry")
            .definedBy("nl.mkba.scenarios")
            .whereLayer("entry")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("portfolio")
            .mayOnlyBeAccessedByLayers("entry")
            .whereLayer("catalogue")
            .mayOnlyBeAccessedByLayers("entry")
            .whereLayer("schema")
            .mayOnlyBeAccessedByLayers("entry")
            .whereLayer("format")
            .mayOnlyBeAccessedByLayers("schema", "catalogue", "portfolio", "entry");

    @ArchTest
    static final ArchRule packagesFormNoCycle = SlicesRuleDefinition.slices()
            .matching("nl.mkba.scenarios.(*)..")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule jacksonStaysWithTheParser = noClasses()
            .that()
            .resideOutsideOfPackages("nl.mkba.scenarios.yaml", "nl.mkba.scenarios.schema")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml.jackson..", "org.yaml..")
            .allowEmptyShould(true)
            .because("a parsing library is not part of what callers see");

    @ArchTest
    static final ArchRule noPackageIsNamedAfterItsForm = noClasses()
            .should()
            .resideInAnyPackage(
                    "..util..", "..utils..", "..common..", "..impl..", "..dto..", "..helper..", "..helpers..");

    @ArchTest
    static final ArchRule nothingIsLogged = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.logging..", "org.slf4j..", "org.apache.commons.logging..");
}
