package nl.mkba.cli.command;

import nl.mkba.cli.language.Messages;
import nl.mkba.cli.render.CsvDialect;

/** How CSV is written: {@code --csv}. */
final class CsvArgument {

    private CsvArgument() {}

    /** The dialect that is asked for. */
    static CsvDialect dialect(Arguments arguments) {
        String word = arguments.value(Option.CSV);
        return word == null ? CsvDialect.PLAIN : CsvDialect.of(word).orElseThrow();
    }

    /**
     * Checks the option of a command whose {@code --format} may be CSV.
     *
     * @throws UsageException if another format is asked for
     */
    static void checkOfFormat(Arguments arguments, Messages messages) {
        if (!"csv".equals(arguments.value(Option.FORMAT))) {
            throw new UsageException(messages.text("usage.only_with", Option.CSV.word(), "--format csv"));
        }
    }
}
