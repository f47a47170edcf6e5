package nl.mkba.file;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/** The arrows of ARCHITECTURE.md within the module that reads and writes scenario files. */
@AnalyzeClasses(packages = "nl.mkba.file", importOptions = ArchitectureTest.MainCode.class)
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
            .definedBy("nl.mkba.file.yaml")
            .layer("format")
            .definedBy("nl.mkba.file.format")
            .layer("schema")
            .definedBy("nl.mkba.file.schema")
            .layer("catalogue")
            .definedBy("nl.mkba.file.catalogue")
            .layer("portfolio")
            .definedBy("nl.mkba.file.portfolio")
            .layer("evaluation")
            .definedBy("nl.mkba.file.evaluation")
            .layer("entry")
            .definedBy("nl.mkba.file")
            .whereLayer("entry")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("evaluation")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("portfolio")
            .mayOnlyBeAccessedByLayers("evaluation", "entry")
            .whereLayer("catalogue")
            .mayOnlyBeAccessedByLayers("entry")
            .whereLayer("schema")
            .mayOnlyBeAccessedByLayers("entry")
            .whereLayer("format")
            .mayOnlyBeAccessedByLayers("schema", "catalogue", "portfolio", "evaluation", "entry");

    @ArchTest
    static final ArchRule packagesFormNoCycle = SlicesRuleDefinition.slices()
            .matching("nl.mkba.file.(*)..")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule jacksonStaysWithTheParser = noClasses()
            .that()
            .resideOutsideOfPackages("nl.mkba.file.yaml", "nl.mkba.file.schema")
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
