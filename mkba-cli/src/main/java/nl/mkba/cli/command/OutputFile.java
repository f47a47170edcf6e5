package nl.mkba.cli.command;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import nl.mkba.cli.language.Messages;
import org.jspecify.annotations.Nullable;

/** A file that an option names, such as {@code --out}: written whole or not at all. */
final class OutputFile {

    private OutputFile() {}

    /** Writes to a file. */
    @FunctionalInterface
    interface Writing {

        /** Writes the whole contents. */
        void to(Path file) throws IOException;
    }

    /**
     * The file of an option, or null if it was not given.
     *
     * @throws UsageException if it cannot be a file, or is one of the files to read
     */
    static @Nullable Path named(Option option, Arguments arguments, Messages messages) {
        String name = arguments.value(option);
        if (name == null) {
            return null;
        }
        try {
            Path file = Path.of(name).toAbsolutePath();
            Path folder = file.getParent();
            if (name.isEmpty() || folder == null || Files.isDirectory(file)) {
                throw new UsageException(messages.text("usage.out_is_folder", option.word(), name));
            }
            if (!Files.isDirectory(folder)) {
                throw new UsageException(messages.text("usage.no_folder", folder));
            }
            if (Files.exists(file) && isInput(file, arguments)) {
                throw new UsageException(messages.text("usage.out_is_input", option.word(), name));
            }
            return Files.exists(file) ? file.toRealPath() : file;
        } catch (InvalidPathException | IOException e) {
            throw new UsageException(messages.text("usage.no_file_name", name));
        }
    }

    /** Whether the file is, or may be, one that the command reads: no command writes scenario files over older ones. */
    private static boolean isInput(Path file, Arguments arguments) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            return true;
        }
        for (String operand : arguments.operands()) {
            int colon = operand.lastIndexOf(':');
            if (isSame(file, operand) || (colon > 0 && isSame(file, operand.substring(0, colon)))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word names that file, which is there. */
    static boolean isSame(Path file, String operand) {
        try {
            return Files.isSameFile(file, Path.of(operand));
        } catch (InvalidPathException | IOException e) {
            return false;
        }
    }

    /** Writes a text. */
    static void write(Path file, String text) throws IOException {
        write(file, place -> Files.writeString(place, text));
    }

    /** Writes beside the file first, and puts it in its place in one step; if the command is stopped, nothing remains. */
    static void write(Path file, Writing writing) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            // A device or a pipe has no place to take.
            writing.to(file);
            return;
        }
        long process = ProcessHandle.current().pid();
        Path beside = file.resolveSibling("." + file.getFileName() + "." + process + ".tmp");
        Thread cleaning = new Thread(() -> delete(beside));
        Runtime.getRuntime().addShutdownHook(cleaning);
        try {
            writing.to(Files.createFile(beside));
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
            forget(cleaning);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // It has another name than the result; nobody takes it for one.
        }
    }

    private static void forget(Thread cleaning) {
        try {
            Runtime.getRuntime().removeShutdownHook(cleaning);
        } catch (IllegalStateException e) {
            // The command is being stopped, and cleans up itself.
        }
    }

    /** Why a file could not be written, as far as the system says. */
    static String reason(IOException failure) {
        if (failure instanceof FileSystemException file) {
            String reason = file.getReason();
            return file.getFile() + ": " + (reason == null ? failure.getClass().getSimpleName() : reason);
        }
        return String.valueOf(failure.getMessage());
    }
}
