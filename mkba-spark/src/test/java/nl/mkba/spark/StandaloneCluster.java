package nl.mkba.spark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;

/**
 * A master and workers of Spark, each a process of its own, on the loopback address and ports that were free. It is an
 * installation such as Spark's download: a folder with Spark's jars, and none of mkba's, which come with the job.
 *
 * <p>Closing it ends every process that it started or that those started, and so does the end of this virtual machine.
 */
final class StandaloneCluster implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path folder;
    private final Path home;
    private final List<Path> links = new ArrayList<>();
    private final List<Started> all = new ArrayList<>();
    private final List<Started> workers = new ArrayList<>();
    private final Thread atTheEnd = new Thread(this::killAll);
    private final String master;

    /** A process, and the file that its words go to. */
    record Started(String name, Process process, Path log) {

        /** It and all that it started. */
        private List<ProcessHandle> family() {
            return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                    .toList();
        }

        private void kill() {
            // The parent first: it would restart the others.
            family().forEach(ProcessHandle::destroyForcibly);
        }

        /** The first text of the log that fits, as soon as there is one. */
        String says(Pattern pattern) throws IOException {
            try {
                return await(name + " to say " + pattern, () -> {
                    mustBeAlive();
                    Matcher matcher = pattern.matcher(Files.readString(log));
                    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
                });
            } catch (AssertionError e) {
                throw new AssertionError(e.getMessage() + "; it said:\n" + end(), e);
            }
        }

        void mustBeAlive() throws IOException {
            if (!process.isAlive()) {
                throw new AssertionError(name + " ended with status " + process.exitValue() + ":\n" + end());
            }
        }

        /** The last words. */
        String end() throws IOException {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
        }
    }

    /** What is asked again and again until there is an answer. */
    interface Question<T> {
        Optional<T> ask() throws IOException;
    }

    StandaloneCluster(Path folder, List<Path> jars, int workers) throws IOException {
        this.folder = folder;
        this.home = folder.resolve("spark");
        Files.createDirectories(home.resolve("jars"));
        for (Path jar : jars) {
            links.add(Files.createSymbolicLink(home.resolve("jars").resolve(jar.getFileName()), jar));
        }
        Runtime.getRuntime().addShutdownHook(atTheEnd);
        try {
            // The other door for jobs has a port of its own, which may be taken.
            Started first = start(
                    "master",
                    List.of("-Xmx256m", "-Dspark.master.rest.enabled=false"),
                    "org.apache.spark.deploy.master.Master",
                    List.of("--host", HOST, "--port", "0", "--webui-port", "0"));
            master = first.says(Pattern.compile("(spark://127\\.0\\.0\\.1:\\d+)"));
            String page = first.says(Pattern.compile("MasterWebUI.*(http://127\\.0\\.0\\.1:\\d+)"));
            for (int i = 1; i <= workers; i++) {
                String name = "worker" + i;
                this.workers.add(start(
                        name,
                        List.of("-Xmx256m"),
                        "org.apache.spark.deploy.worker.Worker",
                        List.of(
                                "--host",
                                HOST,
                                "--port",
                                "0",
                                "--webui-port",
                                "0",
                                "--cores",
                                "1",
                                "--memory",
                                "600m",
                                "--work-dir",
                                work(name).toString(),
                                master)));
            }
            await("the workers to be known to the master", () -> {
                for (Started each : all) {
                    each.mustBeAlive();
                }
                return read(page + "/json/").get("aliveworkers").asInt() == workers
                        ? Optional.of(true)
                        : Optional.empty();
            });
        } catch (IOException | RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    private Path work(String worker) {
        return folder.resolve(worker + "-work");
    }

    /** Where jobs are handed in. */
    String master() {
        return master;
    }

    /** Starts a class of Spark's in a virtual machine of its own. */
    Started start(String name, List<String> options, String mainClass, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(JavaModuleOptions.defaultModuleOptionArray()));
        command.addAll(options);
        command.addAll(List.of("-cp", home.resolve("jars") + File.separator + "*", mainClass));
        command.addAll(arguments);
        Path log = folder.resolve(name + ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        // No setting of an installation that is here already.
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(key -> key.startsWith("SPARK_") || key.startsWith("HADOOP_"));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("SPARK_HOME", home.toString());
        environment.put("SPARK_SCALA_VERSION", "2.13");
        environment.put("SPARK_LOCAL_IP", HOST);
        environment.put("SPARK_LOCAL_HOSTNAME", HOST);
        environment.put("SPARK_LOCAL_DIRS", folder.resolve("scratch").toString());
        Started started = new Started(name, builder.start(), log);
        all.add(started);
        return started;
    }

    /** Kills the worker that has an executor, with it. */
    void killWorkerOf(String application, String executor) {
        Started worker = workers.stream()
                .filter(each ->
                        Files.isDirectory(work(each.name()).resolve(application).resolve(executor)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No worker has executor " + executor));
        worker.kill();
    }

    /** What a page says in JSON. */
    static JsonNode read(String address) throws IOException {
        URLConnection page = URI.create(address).toURL().openConnection();
        page.setConnectTimeout(5_000);
        page.setReadTimeout(20_000);
        try (InputStream in = page.getInputStream()) {
            return new ObjectMapper().readTree(in);
        }
    }

    /** The answer, as soon as there is one; a page that cannot be read yet has none. */
    static <T> T await(String what, Question<T> question) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        IOException last = null;
        while (System.nanoTime() < end) {
            try {
                Optional<T> answer = question.ask();
                if (answer.isPresent()) {
                    return answer.get();
                }
                last = null;
            } catch (IOException e) {
                last = e;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("Interrupted while waiting for " + what, e);
            }
        }
        throw new AssertionError("Waited in vain for " + what, last);
    }

    private void killAll() {
        all.forEach(Started::kill);
    }

    @Override
    public void close() throws IOException {
        List<ProcessHandle> family =
                all.stream().flatMap(each -> each.family().stream()).toList();
        killAll();
        await(
                "every process to end",
                () -> family.stream().noneMatch(ProcessHandle::isAlive) ? Optional.of(true) : Optional.empty());
        Runtime.getRuntime().removeShutdownHook(atTheEnd);
        for (Path jar : links) {
            Files.delete(jar);
        }
    }
}
