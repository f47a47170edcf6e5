package nl.mkba.appraisal;

import java.util.Locale;

/**
 * A figure of an alternative that is one number, in the order of the JSON output. This is the one list of them: the result keeps a
 * number for each, and JSON, text, report, portfolio and pages take name, form and number from here.
 */
public enum ResultFigure {
    /** Present value of society's costs. */
    PV_COSTS(Form.AMOUNT),
    /** Present value of society's benefits; negative effects lower it. */
    PV_BENEFITS(Form.AMOUNT),
    /** Net present value: benefits − costs + net transfers from outside society. */
    NPV(Form.AMOUNT),
    /** Benefit-cost ratio: (benefits + net transfers from outside) / costs; absent when the costs are not above 0. */
    BCR(Form.RATIO),
    /** The equal amount a year with the same present value; absent where that has none. */
    EQUIVALENT_ANNUAL_VALUE(Form.AMOUNT),
    /** Sum of each stakeholder's net times its distributional weight. */
    WEIGHTED_NPV(Form.AMOUNT),
    /** Marginal value of public funds; absence is explained by {@link AlternativeResult#marginalValue}. */
    MVPF(Form.RATIO),
    /** Internal rate of return; absence is explained by {@link AlternativeResult#internalRate}. */
    IRR(Form.RATE),
    /** Discounted payback year; absence is explained by {@link AlternativeResult#payback}. */
    DISCOUNTED_PAYBACK_YEAR(Form.YEAR),
    /** The last later year that ends with the cumulative balance below 0 again; absent if it stays 0 or more. */
    BELOW_AGAIN_UNTIL(Form.YEAR),
    /** Benefits − costs + net transfers after the horizon. */
    RESIDUAL_VALUE(Form.AMOUNT),
    /** The net present value with every grade's corrections 0; absent where that is refused. */
    NPV_WITHOUT_OPTIMISM_BIAS(Form.AMOUNT);

    /** What kind of number it is. */
    public enum Form {
        /** An amount of money, in the currency and prices of the scenario. */
        AMOUNT,
        /** A quotient of two amounts. */
        RATIO,
        /** A part a year: 0.03 is 3 %. */
        RATE,
        /** A calendar year. */
        YEAR
    }

    private final String key;
    private final Form form;

    ResultFigure(Form form) {
        this.key = name().toLowerCase(Locale.ROOT);
        this.form = form;
    }

    /** {@return the name in JSON, CSV, portfolios and the expectations of a scenario} */
    public String key() {
        return key;
    }

    /** {@return what kind of number it is} */
    public Form form() {
        return form;
    }
}
