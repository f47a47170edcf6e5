/**
 * The model and the arithmetic of a social cost-benefit analysis.
 *
 * <p>The exported packages are what a program may rely on. The engines behind {@link nl.mkba.Mkba} stand in packages that only
 * the project's own modules see.
 */
@SuppressWarnings({"module", "requires-automatic"}) // modules that are built later; Commons Math 3 has no descriptor
module nl.mkba {
    requires static transitive org.jspecify;
    // Moneta implements it; found at run time, so that no module depends on which implementation it is
    requires transitive java.money;
    requires commons.math3;

    exports nl.mkba;
    exports nl.mkba.appraisal;
    exports nl.mkba.budget;
    exports nl.mkba.cooperation;
    exports nl.mkba.discounting;
    exports nl.mkba.distribution;
    exports nl.mkba.explain;
    exports nl.mkba.expression;
    exports nl.mkba.label;
    exports nl.mkba.portfolio;
    exports nl.mkba.price;
    exports nl.mkba.problem;
    exports nl.mkba.scenario;
    exports nl.mkba.sensitivity;
    exports nl.mkba.source;
    exports nl.mkba.text;
    exports nl.mkba.time;
    exports nl.mkba.uncertainty;
    // the engine: for the project's own modules
    exports nl.mkba.engine.appraisal to
            nl.mkba.cli;
    exports nl.mkba.engine.budget to
            nl.mkba.cli;
    exports nl.mkba.engine.distribution to
            nl.mkba.cli,
            nl.mkba.file;
    exports nl.mkba.engine.explain to
            nl.mkba.cli;
    exports nl.mkba.engine.input to
            nl.mkba.cli,
            nl.mkba.file;
    exports nl.mkba.engine.limit to
            nl.mkba.file;
    exports nl.mkba.engine.number to
            nl.mkba.file;
    exports nl.mkba.engine.plan to
            nl.mkba.cli,
            nl.mkba.file;
    exports nl.mkba.engine.portfolio to
            nl.mkba.cli,
            nl.mkba.file;
    exports nl.mkba.engine.spelling to
            nl.mkba.cli,
            nl.mkba.file,
            nl.mkba.json;
    exports nl.mkba.engine.time to
            nl.mkba.cli,
            nl.mkba.file;
    exports nl.mkba.engine.uncertainty to
            nl.mkba.cli;
}
