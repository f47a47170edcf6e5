package nl.mkba.file.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.mkba.expression.Expression;
import nl.mkba.file.yaml.Node;
import nl.mkba.problem.ProblemCode;
import nl.mkba.time.Profile;

/** A time profile: {@code when} and {@code active}. */
final class ProfileFormat {

    private static final String[] RUN = {"from", "delay", "to", "years", "every", "ramp_up", "drop_off", "fade_out"};

    private ProfileFormat() {}

    static Profile read(Value value) {
        Section profile = value.sectionOf(
                "profile", "in", "series", "from", "delay", "to", "years", "every", "ramp_up", "drop_off", "fade_out");
        Value in = profile.optional("in");
        if (in != null) {
            profile.notWith("in", "series");
            profile.notWith("in", RUN);
            return years(in);
        }
        Value series = profile.optional("series");
        if (series != null) {
            profile.notWith("series", RUN);
            return series(series);
        }
        boolean twoEnds = profile.notWith("to", "years");
        boolean unsteady = profile.notWith("every", "ramp_up", "drop_off", "fade_out");
        return new Profile.Run(
                profile.expression("from"),
                profile.expression("delay"),
                profile.expression("to"),
                twoEnds ? null : profile.expression("years"),
                unsteady ? null : profile.expression("every"),
                profile.expression("ramp_up"),
                profile.expression("drop_off"),
                profile.expression("fade_out"));
    }

    private static Profile.Years years(Value value) {
        if (!value.isList()) {
            return new Profile.Years(List.of(value.expression("year_or_list")));
        }
        List<Expression> years = new ArrayList<>();
        for (Value item : value.items()) {
            years.add(item.expression());
        }
        if (years.isEmpty()) {
            value.refuse(ProblemCode.EMPTY, "years");
            return new Profile.Years(List.of(Expression.UNKNOWN));
        }
        return new Profile.Years(years);
    }

    private static Profile.Series series(Value value) {
        Map<Integer, Expression> strengths = new LinkedHashMap<>();
        for (Map.Entry<Integer, Value> strength : value.years().entrySet()) {
            strengths.put(strength.getKey(), strength.getValue().expression());
        }
        if (strengths.isEmpty()) {
            strengths.put(0, Expression.UNKNOWN);
        }
        return new Profile.Series(strengths);
    }

    static Node write(Profile profile) {
        MapBuilder map = new MapBuilder();
        if (profile instanceof Profile.Years named) {
            boolean one = named.years().size() == 1;
            return map.put(
                            "in",
                            one
                                    ? MapBuilder.expression(named.years().get(0))
                                    : MapBuilder.list(named.years(), MapBuilder::expression))
                    .map();
        }
        if (profile instanceof Profile.Series series) {
            return map.each("series", series.strengths(), MapBuilder::expression)
                    .map();
        }
        Profile.Run run = (Profile.Run) profile;
        return map.expression("from", run.from())
                .expression("delay", run.delay())
                .expression("to", run.to())
                .expression("years", run.years())
                .expression("every", run.every())
                .expression("ramp_up", run.rampUp())
                .expression("drop_off", run.dropOff())
                .expression("fade_out", run.fadeOut())
                .map();
    }
}
