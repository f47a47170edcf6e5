package nl.mkba.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import nl.mkba.engine.portfolio.Portfolio;
import nl.mkba.file.format.ColumnMapping;
import org.jspecify.annotations.Nullable;

/** A text that is another one if anything changes on which the figures of places depend. */
final class Fingerprint {

    private static final int CHUNK = 1 << 16;

    /** Options on which the contents of the file depend; threads and language do not count. */
    private static final List<Option> OPTIONS = List.of(
            Option.ALTERNATIVE,
            Option.OUTLOOK,
            Option.SET,
            Option.DISCOUNTING,
            Option.DRAWS,
            Option.SEED,
            Option.SAMPLING,
            Option.EFFECTS,
            Option.CSV,
            Option.SHEET,
            Option.SKIP_BAD_ROWS,
            Option.BUDGET_OF,
            Option.OBJECTIVE,
            Option.PER,
            Option.PRICES,
            Option.BENCHMARK);

    private final MessageDigest digest;

    private Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of the program's version, the scenario, the table and the options. */
    static String of(
            ScenarioSession study,
            Portfolio portfolio,
            TableFile table,
            @Nullable ColumnMapping mapping,
            Invocation invocation)
            throws IOException {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add(String.valueOf(Fingerprint.class.getPackage().getImplementationVersion()));
        study.file().inputs().forEach(input -> fingerprint.add(input.sha256()));
        fingerprint.add(String.join(",", portfolio.columns()));
        fingerprint.add(String.join(",", portfolio.figures()));
        fingerprint.add(portfolio.choiceCosts().length > 0 ? "kept for a choice" : "");
        fingerprint.add(invocation.arguments().has(Option.REPORT) ? "kept for a page" : "");
        for (Option option : OPTIONS) {
            fingerprint.add(option.word());
            if (invocation.arguments().has(option)) {
                invocation.arguments().values(option).forEach(fingerprint::add);
            }
        }
        if (mapping != null) {
            mapping.inputs().forEach(input -> fingerprint.add(input.sha256()));
        }
        fingerprint.add(table.path());
        return HexFormat.of().formatHex(fingerprint.digest.digest());
    }

    private void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }

    /**
     * Adds a table, which may be large: its length and two checksums of 32 bits, that the processor has instructions for. That two
     * tables have the same by accident has a chance of one in 10^19.
     */
    private void add(Path file) throws IOException {
        long length = 0;
        CRC32 first = new CRC32();
        CRC32C second = new CRC32C();
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                length += read;
                first.update(chunk, 0, read);
                second.update(chunk, 0, read);
            }
        }
        add(length + " " + first.getValue() + " " + second.getValue());
    }
}
