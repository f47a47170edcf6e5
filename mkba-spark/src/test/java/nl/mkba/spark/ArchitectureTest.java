package nl.mkba.spark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What goes to a cluster needs core alone; only the job that reads a file knows files. */
@AnalyzeClasses(packages = "nl.mkba.spark", importOptions = ArchitectureTest.MainCode.class)
class ArchitectureTest {

    /** Whatever the build folder is called. */
    static final class MainCode implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/");
        }
    }

    @ArchTest
    static final ArchRule onlyTheJobReadsFiles = noClasses()
            .that()
            .haveNameNotMatching("nl\\.mkba\\.spark\\.(PortfolioJob|MappedPlaces|PlaceFileReader|SentMapping)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("nl.mkba.file..", "nl.mkba.cli..", "com.fasterxml.jackson..");
}
