package nl.mkba.file.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.mkba.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * The folders from which a scenario may include: its own, with all below it, and the libraries. No link leads out of
 * them.
 */
final class IncludeFolders {

    static final String SCENARIO = "of_scenario";
    static final String MAPPING = "of_mapping";

    /** What the folder is of, as a word of the messages. */
    private final String of;

    private final List<Path> libraries;
    private final List<Path> allowed = new ArrayList<>();

    /**
     * @param of {@link #SCENARIO} or {@link #MAPPING}
     * @param scenarioFolder null for a text that is in none
     * @param libraries further folders
     */
    IncludeFolders(String of, @Nullable Path scenarioFolder, List<Path> libraries) {
        this.of = of;
        this.libraries = List.copyOf(libraries);
        if (scenarioFolder != null) {
            allow(scenarioFolder);
        }
        for (Path library : libraries) {
            allow(library);
        }
    }

    private void allow(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        allowed.add(absolute);
        try {
            allowed.add(absolute.toRealPath());
        } catch (IOException e) {
            // A folder that is not there holds no file to include.
            allowed.remove(absolute);
        }
    }

    /**
     * The file that an {@code include} names, first looked for beside the including file and then in the libraries;
     * null, after a problem was reported, if there is none that may be read.
     *
     * @param include the entry of {@code include}
     * @param folder of the including file, or null for a built-in one
     */
    @Nullable
    SourceFile find(Value include, @Nullable Path folder) {
        String name = include.words();
        List<Path> places = new ArrayList<>(libraries);
        if (folder != null) {
            places.add(0, folder);
        }
        boolean outside = allowed.isEmpty();
        try {
            for (Path place : places) {
                Path shown = place.resolve(name).normalize();
                Path absolute = shown.toAbsolutePath().normalize();
                if (!isInside(absolute)) {
                    outside |= place.equals(places.get(0));
                } else if (Files.exists(absolute)) {
                    return existing(include, shown, absolute.toRealPath());
                }
            }
        } catch (IOException | InvalidPathException e) {
            include.refuse(ProblemCode.FILE_NOT_READABLE, name, "failed");
            return null;
        }
        if (outside) {
            include.refuse(ProblemCode.INCLUDE_OUTSIDE, name, of);
        } else {
            include.refuse(ProblemCode.FILE_NOT_READABLE, name, "not_found");
        }
        return null;
    }

    private @Nullable SourceFile existing(Value include, Path shown, Path real) {
        if (!isInside(real)) {
            include.refuse(ProblemCode.INCLUDE_OUTSIDE, include.words(), of);
            return null;
        }
        if (!Files.isRegularFile(real)) {
            String reason = Files.isDirectory(real) ? "is_folder" : "no_file";
            include.refuse(ProblemCode.FILE_NOT_READABLE, include.words(), reason);
            return null;
        }
        return SourceFile.included(shown, real);
    }

    private boolean isInside(Path path) {
        return allowed.stream().anyMatch(path::startsWith);
    }
}
