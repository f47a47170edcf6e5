package nl.mkba.testkit.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A scenario, a command, and what the command must print about it as JSON. The comment at the top of the scenario derives the
 * figures by hand, or says from which publication they are.
 */
public final class ConformanceCase {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String scenario;
    private final List<String> command;
    private final List<String> rules;
    private final List<String> included;

    private ConformanceCase(String scenario, List<String> command, List<String> rules, List<String> included) {
        this.scenario = scenario;
        this.command = command;
        this.rules = rules;
        this.included = included;
    }

    /** A line of the list of cases. */
    static ConformanceCase parse(String line) {
        String[] columns = line.split("\\|", -1);
        return new ConformanceCase(
                columns[0].strip(),
                words(columns[1]),
                words(columns.length > 2 ? columns[2] : ""),
                words(columns.length > 3 ? columns[3] : ""));
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }

    /**
     * {@return the group and the scenario, and behind a space the command if it is not {@code run}: {@code additions/units}}
     */
    public String name() {
        return command().equals("run") ? scenario : scenario + " " + command();
    }

    /** {@return what is asked: {@code run} (the central estimate), {@code coalition} or {@code budget}} */
    public String command() {
        return command.get(0);
    }

    /** {@return the options of the command, as for mkba: {@code --outlook low}} */
    public List<String> options() {
        return command.subList(1, command.size());
    }

    /** {@return the numbers of the rules in {@code docs/method} that the case is an anchor of} */
    public List<String> rules() {
        return rules;
    }

    /** {@return the files that the scenario includes, as it names them; none, but for one case} */
    public List<String> included() {
        return included;
    }

    /** {@return the scenario file} */
    public String yaml() {
        return resource(scenario + ".yaml");
    }

    /** {@return the result as JSON: of group {@code scenarios} all of it but warnings, of others a part} */
    public String expected() {
        return resource(scenario + "." + command() + ".expected.json");
    }

    /**
     * Writes the scenario and what it includes.
     *
     * @param folder is made if it is not there
     * @return the scenario's file
     * @throws UncheckedIOException if a file cannot be written
     */
    public Path writeTo(Path folder) {
        Path file = write(folder, scenario, yaml());
        for (String other : included) {
            write(file.resolveSibling(other), resource(group() + "/" + other));
        }
        return file;
    }

    private static Path write(Path folder, String scenario, String text) {
        return write(folder.resolve(scenario + ".yaml"), text);
    }

    private static Path write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String group() {
        return scenario.substring(0, scenario.indexOf('/'));
    }

    /**
     * {@return what differs between the expected JSON and another, in words; empty if the other conforms} Further keys, and
     * their order, do not matter.
     *
     * <p>A number agrees within 1e-9 of the expected one, or, near 0, within 1e-9 (of group {@code scenarios} 1e-6; ratios, rates and
     * factors 1e-12). In group {@code scenarios} a list has as many entries as expected, in their order; in others an entry is found
     * by what names it, and further ones do not matter.
     *
     * @param json what an implementation printed; a difference if it is not JSON
     */
    public List<String> differences(String json) {
        JsonNode found;
        try {
            found = JSON.readTree(json);
        } catch (JsonProcessingException e) {
            return List.of("the output is not JSON: " + e.getOriginalMessage());
        }
        List<String> differences = new ArrayList<>();
        boolean whole = group().equals("scenarios");
        new Comparison(whole, whole ? 1e-6 : 1e-9, differences).compare("", tree(expected()), found);
        return differences;
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String resource(String name) {
        try (InputStream in = ConformanceCase.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The jar must have " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name();
    }
}
