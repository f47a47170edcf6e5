package nl.mkba.scenarios.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import nl.mkba.problem.Problems;
import nl.mkba.scenarios.yaml.MapNode;
import nl.mkba.scenarios.yaml.Node;
import nl.mkba.scenarios.yaml.ReadingLimits;
import nl.mkba.scenarios.yaml.ScalarNode;
import nl.mkba.scenarios.yaml.YamlReader;
import org.jspecify.annotations.Nullable;

/**
 * The scenarios to start from: a first one with explanations, and the project's examples, which the build puts beside
 * it. They are found where they stand, in a jar or a folder, so that a new example is a template without being listed.
 */
final class Templates {

    /** The one with explanations; it comes first. */
    private static final String FIRST = "start";

    private static final String EXTENSION = ".yaml";

    private Templates() {}

    static List<Template> read() {
        String resource = "templates/" + FIRST + "/" + FIRST + EXTENSION;
        URL first = Templates.class.getResource(resource);
        if (first == null) {
            throw new IllegalStateException("The resource " + resource + " is missing");
        }
        try {
            URLConnection connection = first.openConnection();
            if (connection instanceof JarURLConnection inJar) {
                Path jar = Path.of(inJar.getJarFileURL().toURI());
                try (FileSystem files = FileSystems.newFileSystem(jar)) {
                    return read(files.getPath("/" + inJar.getEntryName()));
                }
            }
            return read(Path.of(first.toURI()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The place " + first + " cannot be read", e);
        }
    }

    /** All templates in the folder above that of the first one's scenario. */
    private static List<Template> read(Path first) throws IOException {
        Path folder =
                Objects.requireNonNull(Objects.requireNonNull(first.getParent()).getParent());
        List<Template> templates = new ArrayList<>();
        for (Path template : children(folder)) {
            if (Files.exists(template.resolve(name(template) + EXTENSION))) {
                templates.add(template(template));
            }
        }
        templates.sort(
                Comparator.comparing((Template template) -> !template.id().equals(FIRST))
                        .thenComparing(Template::id));
        return templates;
    }

    private static Template template(Path folder) throws IOException {
        String id = name(folder);
        List<Template.File> files = new ArrayList<>();
        for (Path file : children(folder)) {
            int at = name(file).equals(id + EXTENSION) ? 0 : files.size();
            files.add(at, new Template.File(name(file), Files.readString(file)));
        }
        Node scenario = YamlReader.read(
                id, Files.readAllBytes(folder.resolve(id + EXTENSION)), new ReadingLimits(), new Problems());
        return new Template(id, text(scenario, "title", id), text(scenario, "description", ""), files);
    }

    private static String text(@Nullable Node scenario, String key, String otherwise) {
        MapNode.Entry entry = scenario instanceof MapNode map ? map.entry(key) : null;
        return entry != null && entry.value() instanceof ScalarNode text ? text.text() : otherwise;
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted(Comparator.comparing(Templates::name)).toList();
        }
    }

    /** Without the slash that a folder in a jar ends with. */
    private static String name(Path path) {
        return String.valueOf(path.getFileName()).replace("/", "");
    }
}
