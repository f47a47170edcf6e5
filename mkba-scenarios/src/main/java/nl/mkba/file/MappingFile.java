package nl.mkba.file;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import nl.mkba.file.catalogue.BuiltInMappings;
import nl.mkba.file.format.ColumnMapping;
import nl.mkba.file.format.ColumnMappingLoader;
import nl.mkba.problem.InvalidScenarioException;

/** The way in for mappings: what makes parameters of the columns of a table that somebody else made. */
public final class MappingFile {

    /** What problems call a text that is in no file. */
    private static final String TEXT = "columns";

    private MappingFile() {}

    /**
     * {@return the mapping in a YAML file}
     *
     * @param file in UTF-8; what it extends is looked for beside it
     * @throws InvalidScenarioException with every problem, each at its place in the file
     */
    public static ColumnMapping read(Path file) {
        return load(file.toString(), List.of());
    }

    /**
     * {@return the mapping in a YAML text, which may extend built-in ones}
     *
     * @param yaml the text of the file
     * @throws InvalidScenarioException with every problem, each at its line
     */
    public static ColumnMapping read(String yaml) {
        return ColumnMappingLoader.load(TEXT, yaml.getBytes(StandardCharsets.UTF_8), new BuiltInMappings());
    }

    /**
     * {@return the mapping that a name stands for}
     *
     * @param name of a built-in one, or of a file
     * @param libraries folders from which a file may extend, beside its own
     * @throws InvalidScenarioException with every problem, each at its place
     * @throws java.nio.file.InvalidPathException if no file can have that name
     */
    public static ColumnMapping load(String name, List<Path> libraries) {
        return ColumnMappingLoader.load(name, Path.of(name), libraries, new BuiltInMappings());
    }

    /** {@return the names of those that are built in} */
    public static Collection<String> builtIn() {
        return new BuiltInMappings().names();
    }
}
