package nl.mkba.spark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What goes to a cluster needs core alone; only the job that reads a file knows files. */
@AnalyzeClasses(packages = "nl.mkba.spark", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule onlyTheJobReadsScenarios = noClasses()
            .that()
            .doNotHaveSimpleName("PortfolioJob")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("nl.mkba.scenarios..", "nl.mkba.cli..", "com.fasterxml.jackson..");
}
