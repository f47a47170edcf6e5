package nl.mkba.file.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import nl.mkba.file.yaml.MapNode;
import nl.mkba.file.yaml.Node;
import nl.mkba.file.yaml.ReadingLimits;
import nl.mkba.file.yaml.ScalarNode;
import nl.mkba.file.yaml.YamlReader;
import nl.mkba.problem.Problems;
import org.jspecify.annotations.Nullable;

/**
 * The scenarios to start from: a first one with explanations, and the project's examples, which the build puts beside
 * it. They are found where they stand, in a jar or a folder, so that a new example is a template without being listed.
 */
final class Templates {

    /** The one with explanations; it comes first. */
    private static final String FIRST = "start";

    private static final String FOLDER = "templates/";
    private static final String EXTENSION = ".yaml";

    private Templates() {}

    /** All of them, each in this language where it is written in it too. */
    static List<Template> read(Locale language) {
        try {
            Map<String, SortedMap<String, String>> folders = new TreeMap<>();
            files().forEach((path, text) -> {
                int slash = path.indexOf('/');
                folders.computeIfAbsent(path.substring(0, slash), id -> new TreeMap<>())
                        .put(path.substring(slash + 1), text);
            });
            List<Template> templates = new ArrayList<>();
            folders.forEach((id, files) ->
                    template(id, inLanguage(id, language, files), language).ifPresent(templates::add));
            templates.sort(Comparator.comparing(template -> !template.id().equals(FIRST)));
            return templates;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of every file, by {@code FOLDER/NAME}. */
    private static SortedMap<String, String> files() throws IOException {
        String resource = FOLDER + FIRST + "/" + FIRST + EXTENSION;
        URL first = Templates.class.getResource(resource);
        if (first == null) {
            throw new IllegalStateException("The resource " + resource + " is missing");
        }
        URLConnection connection = first.openConnection();
        if (connection instanceof JarURLConnection inJar) {
            inJar.setUseCaches(false);
            try (JarFile jar = inJar.getJarFile()) {
                String entry = inJar.getEntryName();
                return inJar(jar, entry.substring(0, entry.lastIndexOf(FOLDER) + FOLDER.length()));
            }
        }
        return inFolder(Path.of(URI.create(first.toString())));
    }

    private static SortedMap<String, String> inJar(JarFile jar, String folder) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        for (JarEntry entry : Collections.list(jar.entries())) {
            if (entry.getName().startsWith(folder) && !entry.isDirectory()) {
                try (InputStream in = jar.getInputStream(entry)) {
                    files.put(
                            entry.getName().substring(folder.length()),
                            new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return files;
    }

    private static SortedMap<String, String> inFolder(Path first) throws IOException {
        Path folder =
                Objects.requireNonNull(Objects.requireNonNull(first.getParent()).getParent());
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder, 2)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readString(path));
            }
        }
        return files;
    }

    /** The files of a template, without {@code ID.LANGUAGE.yaml}, which take the place of {@code ID.yaml} in that language. */
    private static List<Template.File> inLanguage(String id, Locale language, SortedMap<String, String> files) {
        String scenario = id + EXTENSION;
        String translated = files.get(id + "." + language.getLanguage() + EXTENSION);
        List<Template.File> chosen = new ArrayList<>();
        files.forEach((name, text) -> {
            if (name.equals(scenario) || !name.startsWith(id + ".")) {
                chosen.add(new Template.File(name, name.equals(scenario) && translated != null ? translated : text));
            }
        });
        return chosen;
    }

    /** The template in a folder; none if there is not a scenario of the folder's name. */
    private static Optional<Template> template(String id, List<Template.File> files, Locale language) {
        List<Template.File> scenarioFirst = new ArrayList<>(files);
        scenarioFirst.sort(Comparator.comparing(file -> !file.name().equals(id + EXTENSION)));
        Template.File scenario = scenarioFirst.get(0);
        if (!scenario.name().equals(id + EXTENSION)) {
            return Optional.empty();
        }
        Node tree = YamlReader.read(
                id, scenario.text().getBytes(StandardCharsets.UTF_8), new ReadingLimits(), new Problems());
        return Optional.of(new Template(
                id, text(tree, "title", id, language), text(tree, "description", "", language), scenarioFirst));
    }

    /** A text of the scenario, in the language that is asked for if it is there. */
    private static String text(@Nullable Node scenario, String key, String otherwise, Locale language) {
        MapNode.Entry entry = scenario instanceof MapNode map ? map.entry(key) : null;
        Node value = entry == null ? null : entry.value();
        if (value instanceof MapNode versions && !versions.entries().isEmpty()) {
            MapNode.Entry own = versions.entry(language.getLanguage());
            value = own == null ? versions.entries().iterator().next().value() : own.value();
        }
        return value instanceof ScalarNode text ? text.text() : otherwise;
    }
}
