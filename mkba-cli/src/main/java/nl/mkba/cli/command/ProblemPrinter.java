package nl.mkba.cli.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.mkba.cli.language.Messages;
import nl.mkba.cli.render.OptionHint;
import nl.mkba.json.tree.Plain;
import nl.mkba.problem.Location;
import nl.mkba.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Tells of problems, one a line, sorted by place; on a terminal with the line of the file and a caret. */
final class ProblemPrinter {

    private static final int LONGEST_LINE = 160;

    private final Console console;
    private final Messages messages;

    ProblemPrinter(Console console, Messages messages) {
        this.console = console;
        this.messages = messages;
    }

    /** Prints the problems; {@code file} stands before those without a place. */
    void print(List<Problem> problems, String file) {
        List<Problem> sorted = new ArrayList<>(problems);
        sorted.sort(ProblemPrinter::byPlace);
        for (Problem problem : sorted) {
            Location place = problem.location();
            String line = OptionHint.line(problem, messages.language().locale());
            console.tell(Plain.line(place == null ? file + ": " + line : line));
            if (place != null && console.isTerminal()) {
                show(place);
            }
        }
    }

    /** Problems with a place first, as they follow each other in the files. */
    static int byPlace(Problem one, Problem other) {
        Location place = one.location();
        Location otherPlace = other.location();
        if (place == null || otherPlace == null) {
            return Boolean.compare(place == null, otherPlace == null);
        }
        return place.compareTo(otherPlace);
    }

    private void show(Location place) {
        String line = lineAt(place);
        if (line == null || line.length() > LONGEST_LINE || place.column() > line.length() + 1) {
            return;
        }
        String before = printable(line.substring(0, place.column() - 1));
        console.tell("    " + printable(line));
        console.tell("    " + " ".repeat(Plain.width(before)) + "^");
    }

    private static @Nullable String lineAt(Location place) {
        try (BufferedReader reader = Files.newBufferedReader(Path.of(place.file()))) {
            for (int number = 1; number < place.line(); number++) {
                if (reader.readLine() == null) {
                    return null;
                }
            }
            return reader.readLine();
        } catch (IOException | InvalidPathException e) {
            return null;
        }
    }

    /** Keeps the columns: every character that cannot be shown becomes a space. */
    private static String printable(String line) {
        StringBuilder text = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            text.append(Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c);
        }
        return text.toString();
    }
}
