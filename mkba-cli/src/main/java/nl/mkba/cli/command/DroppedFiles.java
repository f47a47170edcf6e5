package nl.mkba.cli.command;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files that were dropped on the command, or dragged into its window. They come from the launchers through the environment,
 * untouched: no shell reads the names, which may have any character in them.
 *
 * <ul>
 *   <li>{@code MKBA_WINDOW} is there if there is a window.
 *   <li>{@code MKBA_TYPED} is a line that was typed there, or a file dragged into it, which a terminal quotes as its shell does.
 *   <li>{@code MKBA_DROPPED} is the line with which Windows started {@code cmd.exe}:
 *       {@code cmd.exe /c ""C:\mkba\mkba.cmd" C:\a&b.yaml "C:\c d.yaml""}. Only names with a space in them have quotation marks.
 * </ul>
 */
final class DroppedFiles {

    private static final Pattern COMMAND_LINE = Pattern.compile("(?is).*? /c\\s+(.*)");

    /** What follows each other without a space: pieces in quotation marks and others. */
    private static final Pattern WINDOWS_WORD = Pattern.compile("(?:\"[^\"]*\"?|[^\\s\"])+");

    /** As a shell has them; a character behind a backslash stands for itself. */
    private static final Pattern SHELL_WORD =
            Pattern.compile("(?s)(?:'[^']*'?|\"(?:\\\\.|[^\"\\\\])*\"?|\\\\.|[^\\s'\"\\\\])+");

    private static final Pattern SHELL_PIECE =
            Pattern.compile("(?s)'([^']*)'?|\"((?:\\\\.|[^\"\\\\])*)\"?|\\\\(.)|([^'\"\\\\]+)");

    private DroppedFiles() {}

    /** Whether there is a window that stays, rather than somebody's prompt. */
    static boolean isWindow(Map<String, String> environment) {
        return environment.containsKey("MKBA_WINDOW");
    }

    /** The names of the files, as far as the environment has any. */
    static List<String> in(Map<String, String> environment) {
        boolean isWindows = File.separatorChar == '\\';
        String typed = environment.getOrDefault("MKBA_TYPED", "").strip();
        if (!typed.isEmpty()) {
            return isThere(typed) ? List.of(typed) : isWindows ? windowsWords(typed) : shellWords(typed);
        }
        return ofCommandLine(environment.getOrDefault("MKBA_DROPPED", ""));
    }

    /** Perhaps nobody has quoted it: then the whole line is the name. */
    private static boolean isThere(String name) {
        try {
            return Files.exists(Path.of(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** The words behind the name of the program. */
    static List<String> ofCommandLine(String line) {
        Matcher command = COMMAND_LINE.matcher(line);
        if (!command.matches()) {
            return List.of();
        }
        String words = command.group(1).strip();
        if (words.startsWith("\"\"") && words.endsWith("\"")) {
            words = words.substring(1, words.length() - 1);
        }
        List<String> all = windowsWords(words);
        return all.isEmpty() ? all : all.subList(1, all.size());
    }

    static List<String> windowsWords(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = WINDOWS_WORD.matcher(line);
        while (word.find()) {
            words.add(word.group().replace("\"", ""));
        }
        return words;
    }

    static List<String> shellWords(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = SHELL_WORD.matcher(line);
        while (word.find()) {
            StringBuilder plain = new StringBuilder();
            Matcher piece = SHELL_PIECE.matcher(word.group());
            while (piece.find()) {
                String inDouble = piece.group(2);
                if (inDouble != null) {
                    plain.append(inDouble.replaceAll("(?s)\\\\([\\\\\"$`])", "$1"));
                } else {
                    for (int group : new int[] {1, 3, 4}) {
                        String text = piece.group(group);
                        plain.append(text == null ? "" : text);
                    }
                }
            }
            words.add(plain.toString());
        }
        return words;
    }
}
