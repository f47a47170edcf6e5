package nl.mkba.cli.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Texts in one language: the command's, from {@code messages_nl.properties} or {@code messages_en.properties}, or the
 * report's, from {@code report_nl.properties} or {@code report_en.properties}.
 */
public final class Messages {

    private static final String EUR = "EUR";
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)(?:\\?([^|}]*)\\|([^}]*))?}");

    /** The unit that amounts are counted in, as the texts have it. */
    private static final Pattern EURO = Pattern.compile("\\beuro(?:'?s)?\\b");

    private final Language language;
    private final String bundle;
    private final String currency;
    private @Nullable Properties texts;

    /** The texts of a language; they are read when the first is needed. */
    public Messages(Language language) {
        this(language, "messages", EUR, null);
    }

    private Messages(Language language, String bundle, String currency, @Nullable Properties texts) {
        this.language = language;
        this.bundle = bundle;
        this.currency = currency;
        this.texts = texts;
    }

    /** The texts of the report; apart, since no other command needs them. */
    public static Messages ofReport(Language language) {
        return new Messages(language, "report", EUR, null);
    }

    /** The same texts about amounts in a currency: what they say of each euro they then say of each unit of that. */
    public Messages in(String currencyCode) {
        return currency.equals(currencyCode) ? this : new Messages(language, bundle, currencyCode, texts);
    }

    private Properties read() {
        Properties texts = new Properties();
        String resource = "/nl/mkba/cli/" + bundle + "_" + language.id() + ".properties";
        try (InputStream in = Messages.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + resource + " is missing");
            }
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    /** The language of these texts. */
    public Language language() {
        return language;
    }

    /** The text of a key, with the arguments in the places of {0}, {1} …, and {0?one|many} by whether the argument is 1. */
    public String text(String key, Object... arguments) {
        Properties all = texts;
        if (all == null) {
            all = read();
            texts = all;
        }
        String template = all.getProperty(key);
        if (template == null) {
            throw new IllegalStateException("The text " + key + " is missing");
        }
        if (!currency.equals(EUR)) {
            template = EURO.matcher(template).replaceAll(Matcher.quoteReplacement(currency));
        }
        return arguments.length == 0 ? template : fill(template, arguments);
    }

    /**
     * Fills in one pass, so that an argument that itself contains a brace is left as it is. {0?one|many} is the first text
     * if the argument is 1 and the second otherwise.
     */
    private static String fill(String template, Object... arguments) {
        StringBuilder filled = new StringBuilder(template.length() + 32);
        Matcher place = PLACE.matcher(template);
        int copied = 0;
        while (place.find()) {
            int index = Integer.parseInt(place.group(1));
            if (index >= arguments.length) {
                continue;
            }
            String argument = String.valueOf(arguments[index]);
            filled.append(template, copied, place.start());
            if (place.group(2) == null) {
                filled.append(argument);
            } else {
                filled.append(argument.equals("1") ? place.group(2) : place.group(3));
            }
            copied = place.end();
        }
        return filled.append(template, copied, template.length()).toString();
    }
}
