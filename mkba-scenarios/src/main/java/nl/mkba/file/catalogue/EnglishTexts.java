package nl.mkba.file.catalogue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** What the catalogue's files say in Dutch, in English. Read when first asked for. */
final class EnglishTexts {

    private static final Properties TEXTS = read();

    private EnglishTexts() {}

    private static Properties read() {
        Properties texts = new Properties();
        byte[] file = CatalogueFiles.bytes("english.properties");
        try (InputStreamReader in = new InputStreamReader(new ByteArrayInputStream(file), StandardCharsets.UTF_8)) {
            texts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    /** Whether a reader of that language gets these texts: everyone but a Dutch one. */
    static boolean speaks(Locale locale) {
        return !locale.getLanguage().equals("nl");
    }

    static Optional<String> find(String key) {
        return Optional.ofNullable(TEXTS.getProperty(key));
    }

    static String required(String key) {
        return find(key).orElseThrow(() -> new IllegalStateException("The catalogue has no English text for " + key));
    }

    static Set<String> keys() {
        return TEXTS.stringPropertyNames();
    }
}
