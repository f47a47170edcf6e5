package nl.mkba.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An option of the command line. */
enum Option {
    ALTERNATIVE(Kind.REPEATED, "ID"),
    OUTLOOK(Kind.REPEATED, "ID"),
    SET(Kind.REPEATED, "PARAMETER=VALUE"),
    DISCOUNTING(Kind.SINGLE, "POLICY"),
    LIBRARY(Kind.REPEATED, "DIR"),
    LIMITS(Kind.SINGLE, "TIMES"),
    FULL(Kind.FLAG, ""),
    STRICT(Kind.FLAG, ""),
    QUALITY(Kind.SINGLE, "PERCENTAGE"),
    TABLE(Kind.SINGLE, "FILE"),
    COLUMNS(Kind.SINGLE, "FILE"),
    SHEET(Kind.SINGLE, "NAME"),
    CHECK(Kind.FLAG, ""),
    DRAWS(Kind.SINGLE, "N"),
    SEED(Kind.SINGLE, "N"),
    SAMPLING(Kind.SINGLE, "random|latin_hypercube|sobol"),
    SAMPLES(Kind.SINGLE, "N"),
    THREADS(Kind.SINGLE, "N"),
    PRECISION(Kind.SINGLE, "PERCENTAGE"),
    EFFECTS(Kind.SINGLE, "PERCENTAGE"),
    DRAWS_OUT(Kind.SINGLE, "FILE"),
    CSV(Kind.SINGLE, "plain|excel-nl"),
    IGNORE_COLUMNS(Kind.FLAG, ""),
    SKIP_BAD_ROWS(Kind.FLAG, ""),
    RESUME(Kind.FLAG, ""),
    STAKEHOLDER(Kind.SINGLE, "ID"),
    YEARS(Kind.SINGLE, "YEAR..YEAR"),
    LABEL(Kind.SINGLE, "KEY"),
    PRICES(Kind.SINGLE, "nominal|real"),
    UNITS(Kind.FLAG, ""),
    BUDGET(Kind.SINGLE, "AMOUNT|YEAR=AMOUNT,…"),
    BUDGET_OF(Kind.SINGLE, "STAKEHOLDER"),
    OBJECTIVE(Kind.SINGLE, "npv|weighted_npv|units:INTERVENTION.EFFECT|net:STAKEHOLDER"),
    AT_LEAST(Kind.SINGLE, "N"),
    PER(Kind.SINGLE, "COLUMN"),
    REPORT(Kind.SINGLE, "FILE"),
    MAP(Kind.SINGLE, "FILE"),
    MAP_ID(Kind.SINGLE, "PROPERTY"),
    BENCHMARK(Kind.SINGLE, "COLUMN,…"),
    QUIET(Kind.FLAG, ""),
    FORMAT(Kind.SINGLE, "FORMAT"),
    LANG(Kind.SINGLE, "nl|en"),
    OUT(Kind.SINGLE, "FILE"),
    STACKTRACE(Kind.FLAG, ""),
    HELP(Kind.FLAG, ""),
    VERSION(Kind.FLAG, "");

    /** How often an option may be given, and with what. */
    enum Kind {
        /** Without a value. */
        FLAG,
        /** Once, with a value. */
        SINGLE,
        /** Any number of times, each with a value. */
        REPEATED
    }

    /** What every command takes. */
    private static final List<Option> GENERAL = List.of(LANG, OUT, STACKTRACE, HELP, VERSION);

    /** Those whose number is a share, which people write as a percentage. */
    static final List<Option> SHARES = List.of(PRECISION, EFFECTS, QUALITY);

    /** Those whose value is a number. */
    static final List<Option> NUMBERS =
            List.of(DRAWS, SEED, SAMPLES, THREADS, PRECISION, EFFECTS, BUDGET, AT_LEAST, QUALITY);

    private final Kind kind;
    private final String valueName;

    Option(Kind kind, String valueName) {
        this.kind = kind;
        this.valueName = valueName;
    }

    /** As it is written on the command line, such as {@code --set}. */
    String word() {
        return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Kind kind() {
        return kind;
    }

    String valueName() {
        return valueName;
    }

    /** The words that its value can be; empty if it is anything else. */
    List<String> choices() {
        boolean isChoice = valueName.contains("|") && valueName.equals(valueName.toLowerCase(Locale.ROOT));
        return isChoice ? List.of(valueName.split("\\|")) : List.of();
    }

    /** Whether its value is a file or a folder. */
    boolean isPath() {
        return valueName.equals("FILE") || valueName.equals("DIR");
    }

    /** The options of a command that reads nothing, and further ones. */
    static List<Option> general(Option... further) {
        List<Option> options = new ArrayList<>(List.of(further));
        options.addAll(GENERAL);
        return options;
    }

    /** The options of a command that reads a scenario and may draw from it, and further ones. */
    static List<Option> drawing(Option... further) {
        List<Option> options = new ArrayList<>(List.of(DRAWS, SEED, SAMPLING, EFFECTS));
        options.addAll(List.of(further));
        options.addAll(List.of(THREADS, QUIET, FORMAT));
        return reading(options.toArray(Option[]::new));
    }

    /** The options of a command that reads scenarios, and further ones. */
    static List<Option> reading(Option... further) {
        List<Option> options = new ArrayList<>(List.of(ALTERNATIVE, OUTLOOK, SET, DISCOUNTING, LIBRARY, LIMITS));
        options.addAll(List.of(further));
        options.addAll(GENERAL);
        return options;
    }
}
