package nl.mkba.cli.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.regex.Pattern;
import nl.mkba.cli.language.Messages;
import org.jspecify.annotations.Nullable;

/**
 * Where an option such as {@code --out} sends something: a file, written atomically; standard output ({@code -} or
 * {@code /dev/stdout}); or a device or a pipe, which is written to and never replaced.
 */
final class OutputFile {

    private static final Pattern STANDARD_OUTPUT = Pattern.compile("-|/dev/stdout|/(dev|proc/self)/fd/1");

    /** Names of what a process has open already: whatever stands behind them, it is not for replacing. */
    private static final Pattern OPEN_FILE = Pattern.compile("/dev/stderr|/(dev|proc/self)/fd/\\d+");

    private final String name;
    private final Kind kind;
    private final Path path;

    private enum Kind {
        FILE,
        STANDARD_OUTPUT,
        STREAM
    }

    private OutputFile(String name, Kind kind, Path path) {
        this.name = name;
        this.kind = kind;
        this.path = path;
    }

    /** Writes the whole contents. */
    @FunctionalInterface
    interface Writing {

        /** Writes to a stream, and leaves it open. */
        void to(OutputStream out) throws IOException;
    }

    /**
     * What an option names, or null if it was not given.
     *
     * @throws UsageException if it cannot be a file, or is one of the files to read
     */
    static @Nullable OutputFile named(Option option, Arguments arguments, Messages messages) {
        String name = arguments.value(option);
        if (name == null) {
            return null;
        }
        try {
            if (STANDARD_OUTPUT.matcher(name).matches()) {
                return new OutputFile(name, Kind.STANDARD_OUTPUT, Path.of(name));
            }
            if (OPEN_FILE.matcher(name).matches()) {
                return new OutputFile(name, Kind.STREAM, Path.of(name));
            }
            Path file = Path.of(name).toAbsolutePath();
            Path folder = file.getParent();
            if (name.isEmpty() || folder == null || Files.isDirectory(file)) {
                throw new UsageException(messages.text("usage.out_is_folder", option.word(), name));
            }
            if (!Files.isDirectory(folder)) {
                throw new UsageException(messages.text("usage.no_folder", folder));
            }
            if (!Files.exists(file)) {
                return new OutputFile(name, Kind.FILE, file);
            }
            if (isInput(file, arguments)) {
                throw new UsageException(messages.text("usage.out_is_scenario", option.word(), name));
            }
            return Files.isRegularFile(file)
                    ? new OutputFile(name, Kind.FILE, file.toRealPath())
                    : new OutputFile(name, Kind.STREAM, file);
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

    /** Whether a word names that file, perhaps by another name or a link. */
    static boolean isSame(Path file, String word) {
        try {
            return Files.isSameFile(file, Path.of(word));
        } catch (InvalidPathException | IOException e) {
            return false;
        }
    }

    /**
     * Sees to it that no option would overwrite a file that was read.
     *
     * @param input its name
     */
    static void keep(String input, Invocation invocation) {
        for (Option option : new Option[] {Option.OUT, Option.DRAWS_OUT}) {
            OutputFile out = named(option, invocation.arguments(), invocation.messages());
            if (out != null && isSame(out.path, input)) {
                throw invocation.wrong("usage.out_is_input", option.word(), out.name, input);
            }
        }
    }

    /** Its name, as the user wrote it. */
    String name() {
        return name;
    }

    /** Whether it is standard output. */
    boolean isStandardOutput() {
        return kind == Kind.STANDARD_OUTPUT;
    }

    /** The file that it becomes; null for standard output, a device or a pipe. */
    @Nullable
    Path file() {
        return kind == Kind.FILE ? path : null;
    }

    /** Whether both are the same place, perhaps by another name or a link. */
    boolean isSameAs(OutputFile other) {
        return kind == other.kind
                && (kind == Kind.STANDARD_OUTPUT || place(path).equals(place(other.path)));
    }

    /** Where a file is, or will be: its folder is there. */
    private static Path place(Path file) {
        try {
            return file.resolveSibling(".").toRealPath().resolve(file.getFileName());
        } catch (IOException e) {
            return file;
        }
    }

    /** Writes a text. */
    void write(String text, Console console) throws IOException {
        write(out -> out.write(text.getBytes(StandardCharsets.UTF_8)), console);
    }

    /** Writes, a file beside itself first, and puts it in its place in one step. */
    void write(Writing writing, Console console) throws IOException {
        switch (kind) {
            case STANDARD_OUTPUT -> console.print(writing);
            case STREAM -> {
                // A device or a pipe has no place to take.
                try (OutputStream out =
                        new BufferedOutputStream(Files.newOutputStream(path, StandardOpenOption.WRITE))) {
                    writing.to(out);
                } catch (IOException e) {
                    throw NoReaderException.isCauseOf(e, path) ? new NoReaderException(e) : e;
                }
            }
            case FILE -> write(path, writing);
        }
    }

    /** Writes a text as a file, in one step; if the command is stopped, nothing remains. */
    static void write(Path file, String text) throws IOException {
        write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static void write(Path file, Writing writing) throws IOException {
        FileMode mode = FileMode.of(file);
        long process = ProcessHandle.current().pid();
        try (TemporaryFile beside =
                TemporaryFile.create(file.resolveSibling("." + file.getFileName() + "." + process + ".tmp"), mode)) {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(beside.path()))) {
                writing.to(out);
            }
            mode.applyTo(beside.path());
            Files.move(beside.path(), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Why a file could not be written, as far as the system says. */
    static String reason(IOException failure, Messages messages) {
        if (failure instanceof FileSystemException file) {
            return file.getFile() + ": " + reason(file, messages);
        }
        return String.valueOf(failure.getMessage());
    }

    private static String reason(FileSystemException failure, Messages messages) {
        if (failure instanceof NoSuchFileException) {
            return messages.text("failed.no_such_file");
        }
        if (failure instanceof AccessDeniedException) {
            return messages.text("failed.denied");
        }
        String reason = failure.getReason();
        return reason == null ? failure.getClass().getSimpleName() : reason;
    }

    /** An output as messages show it: its path, or its name if it is not a file; an empty text for none. */
    static Object shown(@Nullable OutputFile out) {
        if (out == null) {
            return "";
        }
        Path file = out.file();
        return file == null ? out.name() : file;
    }
}
