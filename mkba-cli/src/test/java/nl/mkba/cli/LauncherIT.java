package nl.mkba.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher {@code ./mkba}, run on a program that says how it was called instead of on the command itself. */
class LauncherIT {

    private static final Path LAUNCHER = Path.of(System.getProperty("mkba.root"), "mkba");

    @TempDir
    Path folder;

    @BeforeAll
    static void needsAShell() {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")));
    }

    @Test
    void worksFromAnyFolderThroughALinkAndKeepsArgumentsWhole() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("linked"), LAUNCHER);
        Run run = run(link, "", "run", "a file.yaml", "--set", "x=*");
        assertThat(run.output())
                .contains("folder=" + folder.toRealPath())
                .contains("arguments=[run, a file.yaml, --set, x=*]");
        assertThat(run.status()).isEqualTo(7);
        assertThat(run.errors()).isEmpty();
    }

    @Test
    void runsCommandsWithTheQuickCompilerAlone() throws Exception {
        for (String arguments : List.of(
                "run x.yaml",
                "simulate x.yaml --draws 100000",
                "coalition x.yaml --draws=1000",
                "shapley x.yaml",
                "portfolio x.yaml --table x.csv")) {
            assertThat(run(LAUNCHER, "", arguments.split(" ")).output())
                    .contains("-XX:TieredStopAtLevel=1", "-XX:+UseG1GC");
        }
    }

    @Test
    void givesLongComputationsBothCompilers() throws Exception {
        for (String arguments : List.of(
                "simulate x.yaml --draws 1000000",
                "simulate x.yaml --draws=1000000",
                "shapley x.yaml --draws 1000",
                "portfolio --draws=100 x.yaml --table x.csv")) {
            assertThat(run(LAUNCHER, "", arguments.split(" ")).output())
                    .contains("-XX:+UseParallelGC")
                    .doesNotContain("TieredStopAtLevel");
        }
    }

    @Test
    void passesOptionsToJavaOfWhichTheCollectorWins() throws Exception {
        String output = run(LAUNCHER, "-Xmx64m -XX:+UseSerialGC", "run").output();
        assertThat(output).contains("-Xmx64m", "-XX:+UseSerialGC").doesNotContain("-XX:+UseG1GC");
    }

    /** Names that a shell, Java or Maven may stumble over; the folder is the project's and the one where it is run. */
    @ParameterizedTest
    @ValueSource(strings = {"it's the \"best\"", "$HOME*", "two\nlines\n", "-Xmx1k é", "a:b"})
    void worksInAFolderOfAnyName(String name) throws Exception {
        assumeNames();
        Path project = project(folder.resolve(name));
        for (int time = 0; time < 2; time++) {
            Run run = start(project, Map.of(), "./mkba", "run", name);
            assertThat(run.output()).contains("folder=" + project.toRealPath() + "\narguments=[run, " + name + "]");
            assertThat(run.output()).containsPattern("-XX:SharedArchiveFile=[^,]*\\.jsa");
            assertThat(run.status()).isEqualTo(7);
            assertThat(run.errors()).isEqualTo(time == 0 ? BUILDING : "");
        }
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void buildsInTheCacheWhereTheProjectCannotBeWritten() throws Exception {
        Path project = unwritable(project(folder.resolve("project")));
        Path cache = folder.resolve("the cache");
        for (int time = 0; time < 2; time++) {
            Run run = start(folder, Map.of("XDG_CACHE_HOME", cache.toString()), "project/mkba", "run");
            assertThat(run.output()).contains("arguments=[run]").contains("-XX:SharedArchiveFile=" + cache);
            assertThat(run.errors()).isEqualTo(time == 0 ? BUILDING : "");
        }
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void keepsTheCachesOfTwoProjectsApart() throws Exception {
        Map<String, String> cache =
                Map.of("XDG_CACHE_HOME", folder.resolve("cache").toString());
        for (String name : List.of("one", "other")) {
            Path project = unwritable(project(folder.resolve(name)));
            assertThat(start(project, cache, "./mkba", "run").errors()).isEqualTo(BUILDING);
        }
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void buildsAmongTheTemporaryFilesWhereThereIsNoHome() throws Exception {
        Path project = unwritable(project(folder.resolve("project")));
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        Run run = start(folder, Map.of("TMPDIR", temporary.toString(), "HOME", ""), "project/mkba", "run");
        assertThat(run.output()).contains("-XX:SharedArchiveFile=" + temporary);
        assertThat(run.errors()).isEqualTo(BUILDING);
        try (Stream<Path> own = Files.list(temporary)) {
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(own.findFirst().orElseThrow())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void usesTheJarThatIsThereWhereTheProjectCannotBeWritten() throws Exception {
        Path project = project(folder.resolve("project"));
        start(project, Map.of(), "./mkba", "run");
        Files.delete(project.resolve("mkba-cli/target/launcher/lock"));
        assumeTrue(!System.getProperty("user.name").equals("root"));
        Set<PosixFilePermission> permissions = PosixFilePermissions.fromString("r-xr-xr-x");
        Path launcher = project.resolve("mkba-cli/target/launcher");
        Files.setPosixFilePermissions(launcher, permissions);
        Run run = start(project, Map.of(), "./mkba", "run");
        assertThat(run.errors()).isEmpty();
        assertThat(run.output()).contains("-XX:SharedArchiveFile=" + launcher);
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void usesWhatABuildHasLeftWhereThereIsNoMaven() throws Exception {
        Path project = project(folder.resolve("project"));
        Path built = Files.createDirectories(project.resolve("mkba-cli/target")).resolve("mkba.jar");
        Files.copy(EchoJar.in(folder), built);
        Files.delete(folder.resolve("bin/mvn"));
        assertThat(start(project, Map.of(), "./mkba", "run")).satisfies(run -> {
            assertThat(run.output()).contains("arguments=[run]");
            assertThat(run.errors()).isEmpty();
        });
        Files.setLastModifiedTime(
                project.resolve("pom.xml"), FileTime.from(Instant.now().plusSeconds(60)));
        assertThat(start(project, Map.of(), "./mkba", "run")).satisfies(run -> {
            assertThat(run.output()).contains("arguments=[run]");
            assertThat(run.errors())
                    .isEqualTo(
                            "mkba: Maven 3.8 or later is needed to build the command, and there is no mvn on the PATH;"
                                    + " running the command as it was before the last change of its sources\n");
        });
        Files.delete(built);
        assertThat(start(project, Map.of(), "./mkba", "run")).satisfies(run -> {
            assertThat(run.status()).isEqualTo(1);
            assertThat(run.errors())
                    .isEqualTo(
                            "mkba: Maven 3.8 or later is needed to build the command, and there is no mvn on the PATH\n");
        });
    }

    @Test
    void showsWhyABuildFailedWithoutColours() throws Exception {
        Path project = project(folder.resolve("project"));
        program("mvn", "#!/bin/sh\nprintf '\\033[1;31mERROR\\033[m missing [1m]\\n'\nexit 1\n");
        Run run = start(project, Map.of(), "./mkba", "run");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.errors())
                .isEqualTo(BUILDING + "ERROR missing [1m]\nmkba: the build failed, see above; 'mvn verify' in "
                        + project.toRealPath() + " builds and checks everything\n");
    }

    @Test
    void saysThatAnOldJavaIsTooOld() throws Exception {
        Path java = Files.createFile(
                Files.createDirectories(folder.resolve("java/bin")).resolve("java"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Files.writeString(folder.resolve("java/release"), "JAVA_VERSION=\"11.0.2\"\n");
        Path project = project(folder.resolve("project"));
        Map<String, String> home = Map.of("JAVA_HOME", folder.resolve("java").toString());
        Run run = start(project, home, "./mkba", "run");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.errors()).isEqualTo("mkba: Java 17 or later is needed; " + java + " is Java 11.0.2\n");
    }

    /** The launchers: that of the project, and that of the zip with a Java of its own. */
    private List<Path> launchers() throws IOException {
        Path unpacked = folder.resolve("unpacked \"zip\"");
        Files.createDirectories(unpacked.resolve("lib"));
        Path java = Files.createDirectories(unpacked.resolve("runtime/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\nexec '" + System.getProperty("java.home") + "/bin/java' \"$@\"\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.copy(Path.of(System.getProperty("mkba.jar")), unpacked.resolve("lib/mkba.jar"));
        Files.copy(
                LAUNCHER.resolveSibling("release/src/main/launcher/mkba"),
                unpacked.resolve("mkba"),
                StandardCopyOption.COPY_ATTRIBUTES);
        return List.of(LAUNCHER, Files.createSymbolicLink(folder.resolve("link"), unpacked.resolve("mkba")));
    }

    private static Map<String, String> realCommand(String... more) {
        Map<String, String> environment = new HashMap<>(Map.of("MKBA_JAR", System.getProperty("mkba.jar")));
        for (int i = 0; i < more.length; i += 2) {
            environment.put(more[i], more[i + 1]);
        }
        return environment;
    }

    @Test
    void readsFileNamesWithAccentsInEveryLocale() throws Exception {
        assumeNames();
        Path file = Files.createDirectory(folder.resolve("één")).resolve("coöperatie.yaml");
        Files.writeString(file, "mkba: 1\nid: [\n");
        for (Path launcher : launchers()) {
            for (String language : List.of("", "C.UTF-8", "xx_YY.UTF-8", "nonsense")) {
                Run run = start(
                        folder, realCommand("LANG", language), launcher.toString(), "check", "één/coöperatie.yaml");
                assertThat(run.errors()).startsWith("één/coöperatie.yaml:2:5: ");
                assertThat(run.status()).isEqualTo(2);
            }
        }
    }

    @Test
    void endsQuietlyWhenNobodyReadsOn() throws Exception {
        Path example = LAUNCHER.resolveSibling("examples/scp_2013/scp_2013.yaml");
        for (Path launcher : launchers()) {
            for (List<String> words : List.of(
                    List.of("run", example.toString()),
                    List.of("run", "--format", "json", example.toString()),
                    List.of("--help"))) {
                List<String> command = new ArrayList<>(
                        List.of("/bin/sh", "-c", "{ \"$@\"; echo $? >status; } | :", "sh", launcher.toString()));
                command.addAll(words);
                Run run = start(folder, realCommand("LANG", "nl_NL.UTF-8"), command.toArray(String[]::new));
                assertThat(run.errors()).isEmpty();
                assertThat(folder.resolve("status")).hasContent("141");
            }
        }
    }

    private static final String BUILDING =
            "mkba: building, which takes a moment; needed once and after a change of the sources\n";

    private static void assumeNames() {
        assumeTrue("UTF-8".equals(System.getProperty("sun.jnu.encoding")));
    }

    /** A project whose {@code mvn} does not build, but puts the program that says how it was called in the command's place. */
    private Path project(Path project) throws IOException {
        Files.createDirectories(project.resolve("examples"));
        Files.createDirectories(project.resolve(".mvn"));
        Files.createFile(project.resolve("LICENSE"));
        Files.createFile(project.resolve("pom.xml"));
        for (String module : List.of("mkba-core", "mkba-scenarios", "mkba-cli")) {
            Files.createDirectories(project.resolve(module).resolve("src/main"));
            Files.createFile(project.resolve(module).resolve("pom.xml"));
        }
        Files.copy(LAUNCHER, project.resolve("mkba"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createDirectories(folder.resolve("bin"));
        program(
                "mvn",
                "#!/bin/sh\nprintf '\\033[0m\\033[0m'\nmkdir -p mkba-cli/target/quick\ncp '" + EchoJar.in(folder)
                        + "' mkba-cli/target/quick/mkba.jar\necho built >>'" + folder.resolve("builds") + "'\n");
        for (String tool : TOOLS) {
            program(tool, "#!/bin/sh\nPATH=/usr/bin:/bin exec " + tool + " \"$@\"\n");
        }
        return project;
    }

    /** A program that the launcher finds on its path. */
    private void program(String name, String script) throws IOException {
        Path program = Files.writeString(folder.resolve("bin").resolve(name), script);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** What the launcher may use, and nothing else. */
    private static final List<String> TOOLS = List.of(
            "awk",
            "chmod",
            "cksum",
            "cp",
            "find",
            "flock",
            "id",
            "locale",
            "mkdir",
            "mv",
            "printf",
            "readlink",
            "rm",
            "rmdir",
            "sed",
            "sleep");

    /** Nothing can be made there, whoever tries: a file stands in the place of the folder. */
    private static Path unwritable(Path project) throws IOException {
        Files.createFile(project.resolve("mkba-cli/target"));
        return project;
    }

    private int builds() throws IOException {
        return Files.readAllLines(folder.resolve("builds")).size();
    }

    private record Run(int status, String output, String errors) {}

    private Run run(Path launcher, String javaOptions, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        return start(
                folder,
                Map.of(
                        "MKBA_JAVA_OPTS",
                        javaOptions,
                        "MKBA_JAR",
                        EchoJar.in(folder).toString()),
                command.toArray(String[]::new));
    }

    private Run start(Path in, Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Path errors = folder.resolve("errors");
        ProcessBuilder builder = new ProcessBuilder(command).directory(in.toFile());
        builder.environment().clear();
        builder.environment()
                .put(
                        "PATH",
                        Files.isDirectory(folder.resolve("bin"))
                                ? folder.resolve("bin").toString()
                                : "/usr/bin:/bin");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        builder.environment().put("TMPDIR", folder.toString());
        if (environment.containsKey("HOME")) {
            builder.environment().remove("XDG_CACHE_HOME");
        }
        builder.environment().putAll(environment);
        Process process = builder.redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        process.getOutputStream().close();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Run(
                process.exitValue(),
                Files.readString(output, StandardCharsets.UTF_8),
                Files.readString(errors, StandardCharsets.UTF_8));
    }
}
