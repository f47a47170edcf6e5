package nl.mkba.problem;

import java.util.Locale;

/**
 * What can be wrong with a scenario, or deserve attention. The codes are stable: scripts and documentation refer to
 * them. The texts are in {@code problems_nl.properties} and {@code problems_en.properties}.
 */
public enum ProblemCode {
    // The file as a whole
    FILE_NOT_READABLE,
    FILE_TOO_LARGE,
    NOT_UTF8,
    NOT_A_SCENARIO,
    SYNTAX,
    EMPTY_FILE,
    SEVERAL_DOCUMENTS,
    ANCHOR_OR_ALIAS,
    NEWER_VERSION,
    INCLUDE_OUTSIDE,
    INCLUDE_CIRCLE,
    INCLUDE_TOO_DEEP,
    UNKNOWN_CATALOGUE,
    MORE_PROBLEMS,

    // Keys and the shape of values
    UNKNOWN_KEY,
    REPEATED_KEY,
    MISSING_KEY,
    WRONG_TYPE,
    NOT_A_CHOICE,
    ONE_OF,
    NOT_WITH,
    EMPTY,
    EMPTY_TEXT,

    // Ids
    NOT_AN_ID,
    RESERVED_NAME,
    STANDARD_AS_CLASS,
    DUPLICATE_STREAM,
    NAMED_TWICE,
    YEAR_NAMED_TWICE,
    UNKNOWN_PARAMETER,
    UNKNOWN_STAKEHOLDER,
    UNKNOWN_INTERVENTION,
    UNKNOWN_STREAM,
    UNKNOWN_EFFECT,
    UNKNOWN_OUTCOME,
    UNKNOWN_ALTERNATIVE,
    UNKNOWN_OUTLOOK,
    UNKNOWN_POLICY,
    UNKNOWN_CURRENCY,
    UNKNOWN_PRICE_INDEX,
    UNKNOWN_RATE_CLASS,
    UNKNOWN_GRADE,
    UNKNOWN_FUNCTION,
    UNKNOWN_FIGURE,
    UNKNOWN_LABEL,

    // Numbers and formulas
    NOT_A_NUMBER,
    NOT_WHOLE,
    NOT_FINITE,
    DECIMAL_COMMA,
    UNCLEAR_COMMA,
    THOUSANDS_SEPARATOR,
    DATE_AS_NUMBER,
    RANGE_AS_NUMBER,
    NUMBER_IN_PARENTHESES,
    NUMBER_WITH_WORDS,
    COMMA_IN_BRACES,
    DECIMAL_POINT,
    TYPOGRAPHIC_OPERATOR,
    UNARY_PLUS,
    EXPRESSION_INCOMPLETE,
    EXPRESSION_ENDS_EARLY,
    EXPRESSION_TOO_LONG,
    WRONG_NUMBER_OF_ARGUMENTS,
    CIRCLE,
    OUT_OF_RANGE,
    UNCERTAIN_WHERE_WHOLE,

    // What does not fit together
    DISTRIBUTION_ORDER,
    DISTRIBUTION_OF_FORMULA,
    PRICE_YEAR_OF_FORMULA,
    UNCERTAIN_DEFINITION,
    YEAR_NOT_IN_INDEX,
    CORRELATION_NEEDS_DISTRIBUTION,
    CORRELATIONS_IMPOSSIBLE,
    SHARES_DO_NOT_ADD_UP,
    TRANSFER_TO_ITSELF,
    INTERACTS_WITH_ITSELF,
    COMPARED_WITH_ITSELF,
    NO_PARTICIPANTS,
    FADE_OUT_WITHOUT_END,
    TOTAL_WITHOUT_END,
    TOTAL_WITHOUT_STRENGTH,
    CANNOT_CONTINUE,
    NOT_AT_FULL_STRENGTH,
    DOES_NOT_CONVERGE,
    YEAR_BEFORE_FIRST,
    YEAR_BEFORE_BASE,
    END_BEFORE_BEGIN,
    REDUCTION_OUT_OF_RANGE,
    OVERFLOW,
    REFUSED_DRAW,
    REFUSED_VARIATION,
    TOO_MANY_FOR_SOBOL,
    REFUSED_PART,
    TOO_MANY_INTERVENTIONS,
    TOO_MANY_PARTS,
    TOO_LARGE,
    SAME_UNITS_COLUMN,

    // Tables
    UNKNOWN_COLUMN,
    MISSING_COLUMN,
    REPEATED_COLUMN,
    WRONG_NUMBER_OF_CELLS,
    EMPTY_CELL,
    EMPTY_TABLE,
    BAD_CSV,
    BAD_PARQUET,
    PARQUET_NOT_READ,
    COLUMN_TYPE,
    NOT_GEOJSON,
    UNKNOWN_PROPERTY,
    BAD_WORKBOOK,
    UNKNOWN_SHEET,
    NO_SHEETS,
    CELL_TYPE,

    // Columns of a table that become parameters
    UNKNOWN_MAPPING,
    NOT_A_COLUMN_ID,
    NO_SUCH_COLUMN,
    COLUMN_FOUND_TWICE,
    TWO_COLUMNS_OF_A_NAME,
    NOTHING_MAPPED,
    MISSING_VALUE,
    FORMULA_WITHOUT_NUMBER,
    REPEATED_PLACE,
    NO_PLACE_KEPT,

    // Warnings
    PRICE_LEVEL_TAKEN(Severity.WARNING),
    PERHAPS_THOUSANDS(Severity.WARNING),
    PERHAPS_THOUSANDS_IN_COLUMN(Severity.WARNING),
    PERHAPS_PERCENTAGE(Severity.WARNING),
    NOMINAL_WITHOUT_INFLATION(Severity.WARNING),
    COLUMN_PASSED_OVER(Severity.WARNING),
    PERHAPS_SECTOR(Severity.WARNING),
    MAPPED_PASSED_OVER(Severity.WARNING),
    VALUE_OUTSIDE_DISTRIBUTION(Severity.WARNING),
    UNCERTAIN_CHOICE(Severity.WARNING),
    POLICY_WITHOUT_CLASSES(Severity.WARNING),
    RATE_CLASS_NOT_IN_OUTLOOK(Severity.WARNING),
    ACTIVE_NOT_STATED(Severity.WARNING),
    NOT_IN_LABEL_LIST(Severity.WARNING),
    ALL_AFTER_HORIZON(Severity.WARNING),
    MUCH_AFTER_HORIZON(Severity.WARNING),
    LARGE_RESIDUAL_VALUE(Severity.WARNING),
    FRACTION_CLAMPED(Severity.WARNING),
    CENTRAL_OUTSIDE_INTERVAL(Severity.WARNING),
    RANK_OUT_OF_REACH(Severity.WARNING),
    CORRELATED_PARAMETERS(Severity.WARNING),
    PARTIAL_INFORMATION_CLIPPED(Severity.WARNING),
    PRECISION_NOT_REACHED(Severity.WARNING),

    // Asked for by check --strict
    NO_UNIT,
    NO_SOURCE,
    TOO_LITTLE_EVIDENCE;

    private final Severity severity;
    private final String id = name().toLowerCase(Locale.ROOT);

    ProblemCode() {
        this(Severity.ERROR);
    }

    ProblemCode(Severity severity) {
        this.severity = severity;
    }

    /** Whether it stops the work. */
    public Severity severity() {
        return severity;
    }

    /** The code as it is printed and documented, such as {@code unknown_key}. */
    public String id() {
        return id;
    }
}
