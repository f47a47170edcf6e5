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

    private static final Key<List<Expression>> IN =
            Key.of("in", new OneOrMore(), "De jaren waarin de sterkte 1 is.", "The years in which the strength is 1.");
    private static final Key<Value> SERIES = Key.of(
            "series",
            Kind.written("years"),
            "Het getal in elk van die jaren; 0 of meer. De jaren zijn gewone getallen, de sterktes formules.",
            "The number in each of those years; 0 or more. The years are plain numbers, the strengths formulas.");
    private static final Key<Expression> FROM = Key.of(
            "from",
            Kind.EXPRESSION,
            "Het eerste jaar; zonder deze sleutel de start.",
            "The first year; the start without.");
    private static final Key<Expression> DELAY = Key.of(
            "delay",
            Kind.EXPRESSION,
            "Aantal jaren wachten na `from`. Zonder: 0.",
            "Years to wait after `from`. Without: 0.");
    private static final Key<Expression> TO =
            Key.of("to", Kind.EXPRESSION, "Het laatste jaar, zelf meegeteld.", "The last year, inclusive.");
    private static final Key<Expression> YEARS = Key.of(
            "years",
            Kind.EXPRESSION,
            "Hoeveel jaar; zonder `to` of `years` tot het eind van de zichtperiode.",
            "How many years; until the horizon ends without `to` or `years`.");
    private static final Key<Expression> EVERY = Key.of(
            "every",
            Kind.EXPRESSION,
            "Alleen eens in zoveel jaar: het eerste jaar, `every` jaar later, enzovoort. Zonder: 1.",
            "Only once every `every` years: the 1st, then `every` years later …. Without: 1.");
    private static final Key<Expression> RAMP_UP = Key.of(
            "ramp_up",
            Kind.EXPRESSION,
            "Groeit in gelijke stappen naar volle sterkte in zoveel jaar: bij 4 een kwart, de helft, driekwart, alles. Zonder: 1.",
            "Grows in equal steps to full strength in this many years: with 4, a quarter, a half, three quarters, all. Without: 1.");
    private static final Key<Expression> DROP_OFF = Key.of(
            "drop_off",
            Kind.SHARE,
            "Het deel dat elk jaar wegvalt nadat de volle sterkte is bereikt. Zonder: 0.",
            "Part lost each year after full strength is reached. Without: 0.");
    private static final Key<Expression> FADE_OUT = Key.of(
            "fade_out",
            Kind.SHARE,
            "Het deel dat elk jaar wegvalt na het laatste jaar; zonder deze sleutel stopt de post in één keer.",
            "Part lost each year after the last year; without it the stream stops at once.");
    private static final List<Key<?>> RUN = List.of(FROM, DELAY, TO, YEARS, EVERY, RAMP_UP, DROP_OFF, FADE_OUT);
    private static final List<Key<?>> UNSTEADY = List.of(RAMP_UP, DROP_OFF, FADE_OUT);
    private static final Keys KEYS = new Keys(List.of(IN, SERIES), RUN);

    private ProfileFormat() {}

    static Profile read(Value value) {
        Section keys = value.sectionOf("profile", KEYS);
        if (keys.has(IN)) {
            keys.notWith(IN, List.of(SERIES));
            keys.notWith(IN, RUN);
            return new Profile.Years(keys.required(IN));
        }
        Value series = keys.optional(SERIES);
        if (series != null) {
            keys.notWith(SERIES, RUN);
            return series(series);
        }
        boolean twoEnds = keys.notWith(TO, List.of(YEARS));
        boolean unsteady = keys.notWith(EVERY, UNSTEADY);
        return new Profile.Run(
                keys.optional(FROM),
                keys.optional(DELAY),
                keys.optional(TO),
                twoEnds ? null : keys.optional(YEARS),
                unsteady ? null : keys.optional(EVERY),
                keys.optional(RAMP_UP),
                keys.optional(DROP_OFF),
                keys.optional(FADE_OUT));
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
            return map.put(IN, named.years()).map();
        }
        if (profile instanceof Profile.Series series) {
            return map.each(SERIES, series.strengths(), MapBuilder::expression).map();
        }
        Profile.Run run = (Profile.Run) profile;
        return map.put(FROM, run.from())
                .put(DELAY, run.delay())
                .put(TO, run.to())
                .put(YEARS, run.years())
                .put(EVERY, run.every())
                .put(RAMP_UP, run.rampUp())
                .put(DROP_OFF, run.dropOff())
                .put(FADE_OUT, run.fadeOut())
                .map();
    }

    static Map<String, Object> schema() {
        return KEYS.schema()
                .like(IN, 0, List.of(2, 2030))
                .like(SERIES, SchemaParts.json("0", 1, "1", 0.5, "2", "25%"))
                .like(DELAY, 1)
                .like(TO, 2034)
                .like(YEARS, 4, 2, 6)
                .like(EVERY, 3)
                .like(RAMP_UP, 2, 3)
                .like(DROP_OFF, "5%", "4%")
                .like(FADE_OUT, "25%")
                .alone(IN)
                .alone(SERIES)
                .with(TO, SchemaParts.json("not", Keys.there(YEARS)))
                .with(EVERY, SchemaParts.json("not", Keys.anyOf(UNSTEADY)))
                .with(FADE_OUT, Keys.anyOf(List.of(TO, YEARS)))
                .entries();
    }

    /** The years of {@code in}: one, or a list of at least one. */
    private static final class OneOrMore extends Kind<List<Expression>> {

        @Override
        List<Expression> read(Value value) {
            if (!value.isList()) {
                return List.of(value.expression("year_or_list"));
            }
            List<Expression> years = new ArrayList<>();
            for (Value item : value.items()) {
                years.add(item.expression());
            }
            if (years.isEmpty()) {
                value.refuse(ProblemCode.EMPTY);
                years.add(Expression.UNKNOWN);
            }
            return years;
        }

        @Override
        Node write(List<Expression> years) {
            return years.size() == 1
                    ? MapBuilder.expression(years.get(0))
                    : MapBuilder.list(years, MapBuilder::expression);
        }

        @Override
        void describe(Map<String, Object> schema) {
            Map<String, Object> one = SchemaParts.reference("expression");
            Map<String, Object> several = SchemaParts.json("type", "array", "minItems", 1, "items", one);
            schema.put("anyOf", List.of(one, several));
        }
    }
}
