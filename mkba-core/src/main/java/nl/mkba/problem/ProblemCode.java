package nl.mkba.problem;

import java.util.Locale;
import nl.mkba.problem.Problem.Severity;

/**
 * What can be wrong with a scenario, or deserve attention. The codes are stable: scripts and documentation refer to
 * them. The texts are in {@code problems_nl.properties} and {@code problems_en.properties}.
 */
public enum ProblemCode {
    // The file as a whole
    /** The file, or a file named under {@code include}, is not there, is a folder, or may not be opened. */
    FILE_NOT_READABLE,
    /**
     * The file and everything it includes are together larger than 10 MB, or come to more values or files than any
     * scenario needs.
     */
    FILE_TOO_LARGE,
    /** The file has bytes that are not UTF-8 text. */
    NOT_UTF8,
    /**
     * The file is of another kind: a document, a spreadsheet, a PDF, a picture, a web page, a table, or a text without
     * keys.
     */
    NOT_A_SCENARIO,
    /** The file cannot be read from a certain place. */
    SYNTAX,
    /** There is nothing in the file, or only comments. */
    EMPTY_FILE,
    /** A line {@code ---} starts a second YAML document. */
    SEVERAL_DOCUMENTS,
    /**
     * YAML's anchors ({@code &}), aliases (an asterisk), merge keys ({@code <<}) and tags ({@code !}) are not used here:
     * a reader should not have to look up what a line means, and nested aliases can blow a small file up to gigabytes.
     */
    ANCHOR_OR_ALIAS,
    /** The file says that it is written for a later version of the format than this program knows. */
    NEWER_VERSION,
    /**
     * A file may only include what lies in the folder of the scenario, or in a folder that the caller allows.
     */
    INCLUDE_OUTSIDE,
    /**
     * Files include each other in a circle, such as {@code prices.yaml} that includes {@code region.yaml}, which
     * includes {@code prices.yaml}.
     */
    INCLUDE_CIRCLE,
    /** A file includes a file that includes a file, and so on, more than twenty levels deep. */
    INCLUDE_TOO_DEEP,
    /** The built-in catalogue has no part of that name. */
    UNKNOWN_CATALOGUE,
    /** More than a thousand problems were found; the rest is not shown. */
    MORE_PROBLEMS,

    // Keys and the shape of values
    /** This key means nothing here. */
    UNKNOWN_KEY,
    /** The same key occurs twice in one map, so it is not clear which of the two applies. */
    REPEATED_KEY,
    /** A key that has no default is missing. */
    MISSING_KEY,
    /** A list, a map, a text or nothing at all stands where something else is needed. */
    WRONG_TYPE,
    /** The key takes one of a few words only. */
    NOT_A_CHOICE,
    /**
     * Exactly one of several keys is required, and none is given: a cost, for instance, has an {@code amount} a year
     * or a {@code total}.
     */
    ONE_OF,
    /** Two keys contradict each other or say the same thing twice. */
    NOT_WITH,
    /** At least one entry is needed here. */
    EMPTY,
    /** A label has no text. */
    EMPTY_TEXT,

    // Ids
    /**
     * An id starts with a lower-case letter and has only lower-case letters, digits and underscores, so that formulas
     * can use it, and the command line.
     */
    NOT_AN_ID,
    /** The name of a function or of a built-in discount policy cannot be the name of a parameter. */
    RESERVED_NAME,
    /** {@code standard} is the rate of every stream without a class, so it cannot be one of the classes. */
    STANDARD_AS_CLASS,
    /** A published discount policy, which has a rate for each class of streams, stands where one rate belongs. */
    POLICY_AS_RATE,
    /**
     * Within an intervention a cost, an effect and a transfer may not share an id: {@code explain coach.salaries} must
     * mean one thing.
     */
    DUPLICATE_STREAM,
    /**
     * Something occurs twice in a list in which it can occur once: an intervention in an alternative, or a pair of
     * correlated parameters.
     */
    NAMED_TWICE,
    /**
     * One year is written twice, once as a calendar year and once as an offset; with a start in 2026, offset 1 is
     * 2027.
     */
    YEAR_NAMED_TWICE,
    /** A formula, a {@code set}, a correlation or a selection names a parameter that does not exist. */
    UNKNOWN_PARAMETER,
    /** There is no stakeholder with this id under {@code stakeholders}. */
    UNKNOWN_STAKEHOLDER,
    /**
     * There is no intervention with this id under {@code interventions}; it is named by an alternative, an
     * interaction, or {@code explain}.
     */
    UNKNOWN_INTERVENTION,
    /** A program asks to explain a cost, effect or transfer that the intervention does not have. */
    UNKNOWN_STREAM,
    /** A transfer can follow an effect of its own intervention, and there is none of this id. */
    UNKNOWN_EFFECT,
    /** There is no outcome with this id under {@code outcomes}. */
    UNKNOWN_OUTCOME,
    /**
     * There is no alternative with this id; {@code compared_with}, {@code expect}, a selection or a comparison
     * asks for it.
     */
    UNKNOWN_ALTERNATIVE,
    /** There is no outlook with this id; {@code expect} or a selection asks for it. */
    UNKNOWN_OUTLOOK,
    /** This is neither a built-in discount policy nor a parameter either. */
    UNKNOWN_POLICY,
    /** The currency is a code of ISO 4217: three capitals. */
    UNKNOWN_CURRENCY,
    /** There is no built-in price index of this name. */
    UNKNOWN_PRICE_INDEX,
    /** The discount policy has classes, and this is not one of them. */
    UNKNOWN_RATE_CLASS,
    /** The stream has a grade of evidence for which {@code optimism_bias} has no correction. */
    UNKNOWN_GRADE,
    /** Formulas know {@code min}, {@code max}, {@code abs}, {@code sqrt}, {@code exp}, {@code ln} and {@code pow} only. */
    UNKNOWN_FUNCTION,
    /** An expectation names a figure that a result does not have, such as {@code figure: net_present_value}. */
    UNKNOWN_FIGURE,
    /** A budget is asked for by a key that no label in the scenario has. */
    UNKNOWN_LABEL,

    // Numbers and formulas
    /** This is not a number, percentage or formula. */
    NOT_A_NUMBER,
    /** Years, and numbers of years, are whole. */
    NOT_WHOLE,
    /**
     * The formula divides by 0, takes the root or logarithm of a negative number, or gives something too large to
     * hold.
     */
    NOT_FINITE,
    /** The number is not 0, and so close to it that it would be read as 0, or lose digits: its size is below 2.2 × 10^−308. */
    NUMBER_TOO_SMALL,
    /** Numbers in a scenario have a point. */
    DECIMAL_COMMA,
    /** A comma before three digits may be a decimal comma or the English sign between thousands. */
    UNCLEAR_COMMA,
    /** In a function's arguments a comma between two digits may be a decimal one. */
    COMMA_IN_CALL,
    /** Thousands are written without points, commas, blanks, apostrophes or underscores. */
    THOUSANDS_SEPARATOR,
    /** As a formula this would be a subtraction or a division; people read a date. */
    DATE_AS_NUMBER,
    /** As a formula this would be a subtraction; people read a range. */
    RANGE_AS_NUMBER,
    /** Accountants put what is negative between parentheses; in a formula parentheses change nothing. */
    NUMBER_IN_PARENTHESES,
    /** Behind a number stand words, mostly its unit. */
    NUMBER_WITH_WORDS,
    /** Inside braces a comma ends the value, and what stands behind it would be a key. */
    COMMA_IN_BRACES,
    /** In a table whose mapping says {@code decimal: ','} a point separates thousands. */
    DECIMAL_POINT,
    /**
     * Word processors turn {@code -}, an asterisk and {@code /} into typographic signs ({@code −}, {@code ×}, {@code ÷}),
     * which formulas do not know.
     */
    TYPOGRAPHIC_OPERATOR,
    /** A plus sign needs something on its left. */
    UNARY_PLUS,
    /** The formula stops where a value has to follow. */
    EXPRESSION_INCOMPLETE,
    /** A closing parenthesis is missing at the end. */
    EXPRESSION_ENDS_EARLY,
    /** The formula has more than 1,000 parts, or parentheses more than 100 deep. */
    EXPRESSION_TOO_LONG,
    /**
     * The function takes another number of arguments: {@code pow} two, {@code min} and {@code max} one or more, the
     * others one.
     */
    WRONG_NUMBER_OF_ARGUMENTS,
    /** Parameters refer to each other in a circle, so none of them can be calculated. */
    CIRCLE,
    /**
     * The value is outside what makes sense here: a share above 1, a negative number of people, a horizon above 200
     * years, a rate of −100 % or less.
     */
    OUT_OF_RANGE,
    /**
     * Years and numbers of years must be the same in every draw, and this one depends on a parameter with a
     * distribution.
     */
    UNCERTAIN_WHERE_WHOLE,

    // What does not fit together
    /** The numbers of the distribution are out of order, or one of them is outside what the distribution allows. */
    DISTRIBUTION_ORDER,
    /** A parameter is either calculated from others or uncertain itself. */
    DISTRIBUTION_OF_FORMULA,
    /** A formula is in prices of the price level already, because the parameters in it are. */
    PRICE_YEAR_OF_FORMULA,
    /**
     * What is true by definition is certain, so it cannot have a distribution, neither its own nor one from a {@code
     * set}.
     */
    UNCERTAIN_DEFINITION,
    /**
     * The price index has no number for the price year or for the price level; the built-in {@code nl_cpi} runs from
     * 1995 to 2025.
     */
    YEAR_NOT_IN_INDEX,
    /** Only uncertain parameters can move together. */
    CORRELATION_NEEDS_DISTRIBUTION,
    /** Three quantities cannot behave like this: if a and c both follow b closely, they must follow each other. */
    CORRELATIONS_IMPOSSIBLE,
    /** The shares of an amount must add up to 1 (100 %). */
    SHARES_DO_NOT_ADD_UP,
    /** A transfer from a stakeholder to itself has no effect. */
    TRANSFER_TO_ITSELF,
    /** An interaction is with another intervention. */
    INTERACTS_WITH_ITSELF,
    /** An alternative is compared with another one. */
    COMPARED_WITH_ITSELF,
    /** The amount is per participant, and nothing says who enters. */
    NO_PARTICIPANTS,
    /** Fading out begins after the last year of a run, and this run has none. */
    FADE_OUT_WITHOUT_END,
    /** A total is spread over the years of the time profile, so that must end. */
    TOTAL_WITHOUT_END,
    /** The time profile is 0 in every year, so there is nothing to spread the total over. */
    TOTAL_WITHOUT_STRENGTH,
    /**
     * Only a stream of every year without an end can go on beyond the horizon; not one with {@code to}, {@code years},
     * {@code in} or {@code series}, and not one per participant.
     */
    CANNOT_CONTINUE,
    /**
     * At the end of the horizon the stream has not started or has not reached full strength, so it cannot go on
     * unchanged.
     */
    NOT_AT_FULL_STRENGTH,
    /** After the horizon the amount grows at least as fast as it is discounted, so its present value has no end. */
    DOES_NOT_CONVERGE,
    /** Nothing can flow before the first year. */
    YEAR_BEFORE_FIRST,
    /** A step of the discount rates begins before the base year, from which discounting counts. */
    YEAR_BEFORE_BASE,
    /** The run ends before it begins; {@code delay} counts too. */
    END_BEFORE_BEGIN,
    /** An effect can take away at most all of an outcome, in any year. */
    REDUCTION_OUT_OF_RANGE,
    /** A figure of the result is too large for a number of the computer: its size is beyond 1.8 × 10^308. */
    OVERFLOW,
    /**
     * The amounts or numbers behind a figure are so small, below 2.2 × 10^−308 in size, that the digits they lose make the figure
     * wrong.
     */
    UNDERFLOW,
    /**
     * Among the values drawn from the distributions is a combination that would be refused, such as shares that do not
     * add up or a tail without end.
     */
    REFUSED_DRAW,
    /**
     * The sensitivity analysis gives parameters other values: their 10th and 90th percentile, or values drawn for the
     * variance-based indices.
     */
    REFUSED_VARIATION,
    /**
     * A Sobol sequence needs a dimension for each uncertain parameter, and direction numbers are published for a
     * limited number of dimensions.
     */
    TOO_MANY_FOR_SOBOL,
    /** To calculate Shapley values, the scenario is evaluated with every subset of its interventions. */
    REFUSED_PART,
    /** Each intervention doubles the number of subsets of a package: 15 interventions have 32,768, and 16 are too many. */
    TOO_MANY_INTERVENTIONS,
    /** Every subset of the package is evaluated in every draw. */
    TOO_MANY_PARTS,
    /**
     * What is asked for is larger than a limit: too many alternatives × outlooks, or more draws, samples or streams
     * than fit in memory.
     */
    TOO_LARGE,
    /**
     * The units of an effect are in a column {@code units_INTERVENTION_EFFECT}, and here two
     * effects would have the same one: {@code a_b.c} and {@code a.b_c} both give {@code units_a_b_c}.
     */
    SAME_UNITS_COLUMN,

    // Tables
    /** The table has a column that is not a parameter of the scenario, perhaps because of a spelling mistake. */
    UNKNOWN_COLUMN,
    /** The table has no column {@code id}, which names the place of each row. */
    MISSING_COLUMN,
    /** Two columns have the same heading. */
    REPEATED_COLUMN,
    /** A row has more or fewer cells than there are columns. */
    WRONG_NUMBER_OF_CELLS,
    /** A cell has no value. */
    EMPTY_CELL,
    /** The table has no rows, or not even a line with columns. */
    EMPTY_TABLE,
    /** The file cannot be split into cells, usually because a quotation mark is never closed. */
    BAD_CSV,
    /** The file is not a Parquet file, or is damaged: cut off, changed, or with lengths that do not match its bytes. */
    BAD_PARQUET,
    /** The file is whole, but uses a compression, an encoding or an encryption that mkba does not support. */
    PARQUET_NOT_READ,
    /**
     * A column of a Parquet file that is used holds something that cannot be an amount: dates, times, true and false,
     * lists, structures, half-precision numbers.
     */
    COLUMN_TYPE,
    /** The map is no GeoJSON, or breaks off: the message says what is wrong and where. */
    NOT_GEOJSON,
    /** No polygon of the map has the property that is to hold the ids. */
    UNKNOWN_PROPERTY,
    /**
     * The file is no workbook that can be read: damaged, of before 2007 ({@code .xls}), with a password, or one that
     * unpacks to more than any table needs.
     */
    BAD_WORKBOOK,
    /** The workbook has no sheet of the name that is asked for. */
    UNKNOWN_SHEET,
    /** A sheet is asked for of a table that is no workbook. */
    NO_SHEETS,
    /**
     * A cell of a workbook that is used holds no number: an error such as {@code #N/A}, a date or a time, true or
     * false, or a formula whose value the workbook does not keep because no spreadsheet program calculated it.
     */
    CELL_TYPE,

    // Columns of a table that become parameters
    /** A caller or {@code extends} names a built-in mapping that there is not. */
    UNKNOWN_MAPPING,
    /** What stands left under {@code columns} is used in formulas, so it must be one word. */
    NOT_A_COLUMN_ID,
    /** The mapping names a column that the table does not have. */
    NO_SUCH_COLUMN,
    /** The mapping says what happens if a parameter's value is missing, and does not map that parameter. */
    NOT_MAPPED,
    /** More than one column has the name, or begins as the name with an asterisk says. */
    COLUMN_FOUND_TWICE,
    /**
     * Under {@code columns} an id is given to one column that is the name of another one, so a formula could mean
     * either.
     */
    TWO_COLUMNS_OF_A_NAME,
    /**
     * The scenario has none of the parameters to which the mapping gives a value, so every place would have the same
     * result.
     */
    NOTHING_MAPPED,
    /** A cell is empty or says what {@code missing} lists, and a parameter needs it. */
    MISSING_VALUE,
    /** The cells have values, but the formula gives no number for them: a division by 0, say. */
    FORMULA_WITHOUT_NUMBER,
    /** The formula gives a number so close to 0 with the cells of a row that digits are lost, or that it becomes 0. */
    FORMULA_TOO_SMALL,
    /** The column of groups has a text that the mapping says stands for no value. */
    NO_GROUP,
    /** What a row's cells give, after a problem that only the calculation with them shows. */
    REFUSED_ROW,
    /** With a mapping a place may be in the table once. */
    REPEATED_PLACE,
    /** No row has what {@code where} asks for. */
    NO_PLACE_KEPT,
    /** Every row lacks a value where its place is left out then, or is wrong and skipped. */
    NO_PLACE_LEFT,

    // Warnings
    /** Prices matter in this file and no {@code price_level} is given. */
    PRICE_LEVEL_TAKEN(Severity.WARNING),
    /** A number with a point and three digits ending in 0 looks like Dutch thousands; it is read as nine. */
    PERHAPS_THOUSANDS(Severity.WARNING),
    /** More than one cell of a table's column has a point where one between thousands would be. */
    PERHAPS_THOUSANDS_IN_COLUMN(Severity.WARNING),
    /** All decimals in a table's column are three, behind a decimal comma where one between thousands would be. */
    PERHAPS_THOUSANDS_WITH_COMMA(Severity.WARNING),
    /** A comma between two digits separates arguments of a function, and may have been meant as a decimal one. */
    PERHAPS_DECIMALS(Severity.WARNING),
    /** Some cells of a table's column have a percent sign, and others have none. */
    PERCENTAGE_AMONG_NUMBERS(Severity.WARNING),
    /** A formula of a mapping has a number that is the name of a column too. */
    COLUMN_READ_AS_NUMBER(Severity.WARNING),
    /**
     * A rate or a share of 1 or more stands without a percent sign: a discount rate of 3 is 300% a year.
     */
    PERHAPS_PERCENTAGE(Severity.WARNING),
    /**
     * A stream or a value of an outcome is fixed in money ({@code prices: nominal}), and the file does not say what
     * inflation is.
     */
    NOMINAL_WITHOUT_INFLATION(Severity.WARNING),
    /**
     * Where unknown columns are ignored, one is passed over whose name is almost that of a parameter, perhaps because
     * of a spelling mistake.
     */
    COLUMN_PASSED_OVER(Severity.WARNING),
    /** {@code sector} has a word for one of the known sectors {@code public}, {@code private} and {@code households}. */
    PERHAPS_SECTOR(Severity.WARNING),
    /** A parameter's unit is a percentage, or thousands or millions of something, and nothing is calculated with a unit. */
    UNIT_WITH_SCALE(Severity.WARNING),
    /** A list of years names one twice, perhaps once as a calendar year and once as an offset; it counts once. */
    YEAR_COUNTED_ONCE(Severity.WARNING),
    /**
     * A mapping gives a value to something that is not a parameter of the scenario, though its name is almost that of
     * one.
     */
    MAPPED_PASSED_OVER(Severity.WARNING),
    /** The central value cannot be drawn from its own distribution, so the simulation never draws it. */
    VALUE_OUTSIDE_DISTRIBUTION(Severity.WARNING),
    /** The planner decides about this, so there is nothing to be uncertain about: other choices are other alternatives. */
    UNCERTAIN_CHOICE(Severity.WARNING),
    /** The stream asks for a class, and the discount policy has none; the standard rate is used. */
    POLICY_WITHOUT_CLASSES(Severity.WARNING),
    /**
     * The policy that an outlook or a selection brings does not know the class; the standard rate is used
     * there.
     */
    RATE_CLASS_NOT_IN_OUTLOOK(Severity.WARNING),
    /**
     * Another intervention depends on this one, whose costs end, and nothing says whether it is still there
     * afterwards.
     */
    ACTIVE_NOT_STATED(Severity.WARNING),
    /** The keys {@code taakveld} and {@code brede_welvaart} have a list, and this text is not in it. */
    NOT_IN_LABEL_LIST(Severity.WARNING),
    /** The key of a label is almost {@code taakveld} or {@code brede_welvaart}, which have a list. */
    PERHAPS_LABEL_KEY(Severity.WARNING),
    /** There are {@code income_weights}, and no stakeholder has an {@code income}. */
    NO_INCOMES(Severity.WARNING),
    /** Everything in the stream falls after the last year and is left out. */
    ALL_AFTER_HORIZON(Severity.WARNING),
    /** More than 5 % of a stream that ends falls after the last year and is left out. */
    MUCH_AFTER_HORIZON(Severity.WARNING),
    /** More than half of the benefits come from after the horizon, where we know least. */
    LARGE_RESIDUAL_VALUE(Severity.WARNING),
    /** In some draws a fraction, such as a share or a {@code deadweight}, came out below 0 or above 1. */
    FRACTION_CLAMPED(Severity.WARNING),
    /**
     * The central net present value lies outside the 5 % to 95 % interval of the draws: the central estimate is not in
     * the middle of what is likely.
     */
    CENTRAL_OUTSIDE_INTERVAL(Severity.WARNING),
    /**
     * Equal values share a rank, so the draws of a parameter with a few values ({@code discrete}, {@code empirical})
     * follow another parameter less closely than a {@code rank} in {@code correlations} may ask for.
     */
    RANK_OUT_OF_REACH(Severity.WARNING),
    /** Sobol indices divide the variance of the result over parameters that vary independently. */
    CORRELATED_PARAMETERS(Severity.WARNING),
    /** The value of knowing one parameter, or a group, is estimated from the draws by regression. */
    PARTIAL_INFORMATION_CLIPPED(Severity.WARNING),
    /**
     * Where a precision is asked for, replicates of the simulation are added until the mean of the net present value is known
     * as precisely as was asked.
     */
    PRECISION_NOT_REACHED(Severity.WARNING),

    // Asked for by a strict check
    /** The parameter does not say in what it is measured. */
    NO_UNIT,
    /** The parameter does not say where its value comes from. */
    NO_SOURCE,
    /**
     * Where it is asked for, at least half of the benefits of every alternative must rest on something better than
     * illustrative: every parameter behind them, leaving out choices and definitions, is official, from a study, from
     * practice, from the press, or at least weak.
     */
    TOO_LITTLE_EVIDENCE;

    private final Severity severity;
    private final String id = name().toLowerCase(Locale.ROOT);

    ProblemCode() {
        this(Severity.ERROR);
    }

    ProblemCode(Severity severity) {
        this.severity = severity;
    }

    /** {@return whether it stops the work} */
    public Severity severity() {
        return severity;
    }

    /** {@return the code as it is printed and documented, such as {@code unknown_key}} */
    public String id() {
        return id;
    }
}
