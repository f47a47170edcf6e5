package nl.mkba.cli.report;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import nl.mkba.json.tree.Plain;

/**
 * Names for the sheets of one workbook that spreadsheet programs take: at most 31 characters, none of {@code : \\ / ? * [ ]},
 * no apostrophe at either end, not {@code History}, and none twice, whatever the case of its letters.
 */
final class SheetNames {

    private static final int LONGEST = 31;
    private static final String FORBIDDEN = ":\\/?*[]";
    private static final String RESERVED = "history";

    private final Set<String> taken = new HashSet<>(Set.of(RESERVED));

    /** The name that is wanted, or the nearest to it that can be had. */
    String next(String wanted) {
        return next(wanted, "");
    }

    /** The same, with an ending that is kept whole. */
    String next(String wanted, String ending) {
        String name = cleaned(wanted);
        String next = cut(name, LONGEST - ending.length()) + ending;
        for (int n = 2; !taken.add(next.toLowerCase(Locale.ROOT)); n++) {
            String number = " (" + n + ")" + ending;
            next = cut(name, LONGEST - number.length()) + number;
        }
        return next;
    }

    private static String cleaned(String wanted) {
        StringBuilder name = new StringBuilder();
        for (char c : Plain.line(wanted).toCharArray()) {
            name.append(FORBIDDEN.indexOf(c) >= 0 ? '-' : c);
        }
        String bare = withoutApostrophes(name.toString());
        return bare.isEmpty() ? "-" : bare;
    }

    private static String cut(String name, int most) {
        return withoutApostrophes(WorkbookText.beginning(name, most)).strip();
    }

    private static String withoutApostrophes(String name) {
        int start = 0;
        int end = name.length();
        while (start < end && isEdge(name.charAt(start))) {
            start++;
        }
        while (end > start && isEdge(name.charAt(end - 1))) {
            end--;
        }
        return name.substring(start, end);
    }

    private static boolean isEdge(char c) {
        return c == '\'' || c == ' ';
    }
}
