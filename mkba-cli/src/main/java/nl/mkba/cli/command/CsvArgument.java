package nl.mkba.cli.command;

import nl.mkba.cli.language.Messages;
import nl.mkba.cli.render.CsvDialect;

/** How CSV is written: {@code --csv}. */
final class CsvArgument {

    private CsvArgument() {}

    /**
     * The dialect that is asked for.
     *
     * @throws UsageException if there is no such dialect
     */
    static CsvDialect dialect(Arguments arguments, Messages messages) {
        String word = arguments.value(Option.CSV);
        if (word == null) {
            return CsvDialect.PLAIN;
        }
        return CsvDialect.of(word)
                .orElseThrow(() -> new UsageException(
                        messages.text("usage.choice", Option.CSV.word(), word, String.join(", ", CsvDialect.words()))));
    }

    /**
     * Checks the option of a command whose {@code --format} may be CSV.
     *
     * @throws UsageException if there is no such dialect, or another format is asked for
     */
    static void checkOfFormat(Arguments arguments, Messages messages) {
        if (!"csv".equals(arguments.value(Option.FORMAT))) {
            throw new UsageException(messages.text("usage.only_with", Option.CSV.word(), "--format csv"));
        }
        dialect(arguments, messages);
    }
}
