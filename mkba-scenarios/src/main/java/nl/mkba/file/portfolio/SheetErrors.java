package nl.mkba.file.portfolio;

import java.util.regex.Pattern;

/** What a spreadsheet program shows where a formula has no outcome: {@code #N/A}, in Dutch {@code #N/B}. */
final class SheetErrors {

    private static final Pattern ERROR = Pattern.compile("#([A-Z]/[A-Z]|[A-Z][A-Z/0_]*[!?])");

    private SheetErrors() {}

    /** Whether a text is one of these, whatever the language of the program. */
    static boolean isError(String text) {
        return !text.isEmpty() && text.charAt(0) == '#' && ERROR.matcher(text).matches();
    }
}
