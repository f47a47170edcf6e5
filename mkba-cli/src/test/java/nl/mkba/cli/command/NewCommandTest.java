package nl.mkba.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import nl.mkba.file.catalogue.Catalogue;
import nl.mkba.file.catalogue.Template;
import nl.mkba.file.schema.ScenarioSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code mkba new}. */
class NewCommandTest {

    /** What a command line came to. */
    private record Run(int status, String out, String err) {}

    @TempDir
    private Path folder;

    private static Run run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = new Program(new Console(out, err, false)).run(words);
        return new Run(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    static Stream<String> templates() {
        return Catalogue.readTemplates(Locale.ROOT).stream().map(Template::id);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void whatIsStartedPassesTheStrictCheck(String template) {
        Path place = folder.resolve("deeper/my_neighbourhood");
        Run started = run("new", template, place.toString(), "--lang", "en");
        Path scenario = place.resolve(template + ".yaml");

        assertThat(started.err).isEmpty();
        assertThat(started.status).isZero();
        assertThat(started.out).startsWith("Started: " + scenario + "\n").contains("mkba run " + scenario);
        assertThat(run("check", "--strict", scenario.toString())).isEqualTo(new Run(0, scenario + ": in orde\n", ""));
    }

    /** Both have the same figures in the same places, and only what people read differs. */
    @Test
    void theFirstTemplateIsThereInTheReadersLanguage() throws IOException {
        Path dutch = folder.resolve("nl");
        Path english = folder.resolve("en");

        assertThat(run("new", "start", dutch.toString()).status).isZero();
        assertThat(run("new", "start", english.toString(), "--lang", "en").status)
                .isZero();
        assertThat(dutch.resolve("start.yaml")).content().contains("Gezinscoaches tegen huisuitzetting");
        assertThat(english.resolve("start.yaml"))
                .content()
                .contains("Family coaches against eviction")
                .doesNotContain("Gezin");
        assertThat(english).isDirectoryNotContaining("glob:**start.en.yaml");
        assertThat(figures(english)).isEqualTo(figures(dutch)).contains("\"npv\"");
        assertThat(run("check", "--strict", english.resolve("start.yaml").toString()).status)
                .isZero();
    }

    /** The result without the names in it. */
    private static String figures(Path place) {
        return run("run", place.resolve("start.yaml").toString(), "--format", "json")
                .out
                .replaceAll("\"name\":\"[^\"]*\"", "");
    }

    @Test
    void nothingIsOverwritten() throws IOException {
        Path own = Files.writeString(folder.resolve("start.yaml"), "mine");
        Run again = run("new", "start", folder.toString());

        assertThat(again.status).isEqualTo(2);
        assertThat(again.out).isEmpty();
        assertThat(again.err)
                .isEqualTo("mkba: " + own + " bestaat al; er wordt niets overschreven. Kies een andere map.\n");
        assertThat(own).hasContent("mine");
    }

    @Test
    void aFolderWithOtherFilesCanBeUsed() throws IOException {
        Path other = Files.writeString(folder.resolve("notes.txt"), "mine");

        assertThat(run("new", "start", folder.toString()).status).isZero();
        assertThat(other).hasContent("mine");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("notes.txt", "start.yaml", ".vscode");
        }
    }

    /** An editor finds the schema by the settings of the folder, and by the first line of the file alone. */
    @Test
    void anEditorFindsTheSchema() throws IOException {
        Path own = Files.writeString(
                Files.createDirectories(folder.resolve(".vscode")).resolve("extensions.json"), "mine");

        assertThat(run("new", "start", folder.toString()).status).isZero();
        assertThat(run("new", "scp_2013", folder.toString()).status).isZero();

        assertThat(folder.resolve(".vscode/settings.json"))
                .content()
                .contains("\"yaml.schemas\": {\".vscode/mkba.schema.json\": \"*.yaml\"}");
        assertThat(folder.resolve(".vscode/mkba.schema.json")).hasContent(ScenarioSchema.json());
        assertThat(folder.resolve("start.yaml"))
                .content()
                .startsWith("# yaml-language-server: $schema=.vscode/mkba.schema.json\n");
        assertThat(own).hasContent("mine");
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");

        assertThat(run("new", "start", file.toString()))
                .isEqualTo(new Run(2, "", "mkba: `" + file + "` kan geen map zijn.\n"));
        assertThat(run("new", "start", "").status).isEqualTo(2);
    }

    @Test
    void anUnknownTemplateGetsTheNearestAndAllOthers() {
        Run run = run("new", "strat", folder.resolve("new").toString());

        assertThat(run.status).isEqualTo(2);
        assertThat(run.err)
                .startsWith("mkba: het sjabloon `strat` bestaat niet; kies uit: start, achter_de_voordeur, ")
                .endsWith(" Misschien `start`?\n");
        assertThat(folder.resolve("new")).doesNotExist();
    }

    @Test
    void withoutArgumentsTheTemplatesAreListed() {
        assertThat(run("new").out)
                .startsWith("Sjablonen om mee te beginnen, met mkba new SJABLOON MAP:\n")
                .contains("\n  start  ", "Herstructurering van een aandachtswijk\n");
        assertThat(run("new", "start").err).isEqualTo("mkba: hier ontbreekt iets: mkba new SJABLOON MAP\n");
    }
}
