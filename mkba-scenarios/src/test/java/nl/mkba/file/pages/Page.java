package nl.mkba.file.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A page of the documentation: its headings, and under each the blocks of YAML.
 *
 * @param sections the headings in their order; what stands above the first is under an empty heading
 */
record Page(List<Section> sections) {

    /** The folder of the documentation. */
    static final Path DOCS = Path.of("..", "docs");

    /**
     * A heading of a page with what follows it up to the next heading.
     *
     * @param heading without the number signs
     * @param level how many number signs
     * @param yaml the blocks of YAML
     */
    record Section(String heading, int level, List<String> yaml) {}

    /** Reads a page. */
    static Page of(String name) {
        List<Section> sections = new ArrayList<>(List.of(new Section("", 0, new ArrayList<>())));
        StringBuilder block = null;
        boolean yaml = false;
        for (String line : lines(name)) {
            if (line.startsWith("```")) {
                if (block == null) {
                    block = new StringBuilder();
                    yaml = line.equals("```yaml");
                } else {
                    if (yaml) {
                        sections.get(sections.size() - 1).yaml().add(block.toString());
                    }
                    block = null;
                }
            } else if (block != null) {
                block.append(line).append('\n');
            } else if (line.startsWith("#")) {
                String heading = line.replaceFirst("^#+ *", "");
                sections.add(new Section(heading, line.indexOf(' '), new ArrayList<>()));
            }
        }
        return new Page(sections);
    }

    private static List<String> lines(String name) {
        try {
            return Files.readAllLines(DOCS.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All blocks of YAML. */
    List<String> yaml() {
        return sections.stream().flatMap(section -> section.yaml().stream()).toList();
    }
}
