package nl.mkba.file.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.mkba.engine.spelling.Spelling;
import nl.mkba.file.yaml.Node;
import nl.mkba.file.yaml.ReadingLimits;
import nl.mkba.file.yaml.YamlReader;
import nl.mkba.problem.Location;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.problem.Problems;
import org.jspecify.annotations.Nullable;

/**
 * A file of a scenario, or a built-in one.
 *
 * @param name as messages show it
 * @param identity the same for two names of one file
 * @param folder to which its own includes are relative, or null for a built-in file
 * @param isBuiltIn whether it is none of the user's
 * @param content how to read its bytes
 */
record SourceFile(String name, String identity, @Nullable Path folder, boolean isBuiltIn, Content content) {

    /** Of more files than these the first are named. */
    private static final int MOST_NAMED = 5;

    /** Reads a file. */
    interface Content {
        /** The file's bytes, or the first ones up to the limit and one more. */
        byte[] read(int most) throws IOException;
    }

    /** The file that the user names. */
    static SourceFile named(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        Path folder = path.getParent() == null ? Path.of("") : path.getParent();
        return new SourceFile(path.toString(), identity(absolute), folder, false, most -> read(path, most));
    }

    /** A text that is in no file. */
    static SourceFile text(String name, Content content) {
        return new SourceFile(name, name, null, false, content);
    }

    /** A file that was found in an allowed folder. */
    static SourceFile included(Path shown, Path real) {
        Path folder = shown.getParent() == null ? Path.of("") : shown.getParent();
        return new SourceFile(shown.toString(), identity(real), folder, false, most -> read(real, most));
    }

    /** A built-in file. */
    static SourceFile builtIn(String name, byte[] bytes) {
        return new SourceFile(name, name, null, true, most -> bytes);
    }

    private static String identity(Path path) {
        try {
            return path.toRealPath().toString();
        } catch (IOException e) {
            // A file that is not there is reported when it is read.
            return path.toString();
        }
    }

    private static byte[] read(Path path, int most) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(most);
        }
    }

    /** The first place in it. */
    Location start() {
        return new Location(name, 1, 1);
    }

    /** Its tree, or null if it cannot be read, which is reported; what could be read is added to {@code read}. */
    @Nullable
    Node tree(ReadingLimits limits, List<InputFile> read, Problems problems) {
        try {
            int most = (int) Math.max(0, limits.bytesLeft());
            byte[] bytes = content.read(most + 1);
            read.add(new InputFile(name, bytes, isBuiltIn));
            return YamlReader.read(name, bytes, limits, problems);
        } catch (IOException e) {
            problems.add(unreadable(e).in(start()));
            return null;
        }
    }

    private Problem unreadable(IOException e) {
        String reason = "failed";
        if (e instanceof NoSuchFileException) {
            reason = "not_found";
        } else if (e instanceof AccessDeniedException) {
            reason = "no_access";
        } else if (folder != null && Files.isDirectory(Path.of(name))) {
            reason = "is_folder";
        }
        return new Problem(
                ProblemCode.FILE_NOT_READABLE, Problem.NO_PATH, false, List.of(name, reason), meant(reason), null);
    }

    /** The scenario files that may have been meant: those in a folder, or those with nearly this name. */
    private List<String> meant(String reason) {
        if (folder == null || !(reason.equals("is_folder") || reason.equals("not_found"))) {
            return List.of();
        }
        Path asked = Path.of(name);
        Path parent = asked.getParent() == null ? Path.of("") : asked.getParent();
        boolean isFolder = reason.equals("is_folder");
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(isFolder ? asked : parent, "*.{yaml,yml,txt}")) {
            for (Path file : files) {
                names.add(String.valueOf(file.getFileName()));
            }
        } catch (IOException e) {
            return List.of();
        }
        names.sort(null);
        if (!isFolder) {
            String wanted = String.valueOf(asked.getFileName());
            String stem = wanted.replaceFirst("\\.ya?ml$", "");
            List<String> same = names.stream()
                    .filter(file ->
                            file.replaceFirst("(\\.ya?ml)?(\\.txt)?$", "").equalsIgnoreCase(stem))
                    .toList();
            names = same.isEmpty() ? new Spelling().allNearest(wanted, names) : same;
        }
        return names.stream()
                .limit(MOST_NAMED)
                .map(file -> (isFolder ? asked : parent).resolve(file).toString())
                .toList();
    }
}
