package nl.mkba.engine.explain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import nl.mkba.expression.Expression;
import nl.mkba.scenario.Cost;
import nl.mkba.scenario.Effect;
import nl.mkba.scenario.Intervention;
import nl.mkba.scenario.Parameter;
import nl.mkba.scenario.Replacement;
import nl.mkba.scenario.Stream;
import nl.mkba.scenario.Transfer;
import org.jspecify.annotations.Nullable;

/** A part of a case that can be looked at, and exchanged for another case's. */
final class CasePart {

    private final String path;
    private final Function<CaseParts, @Nullable Object> getter;
    private final BiConsumer<CaseParts, CaseParts> copier;

    private CasePart(
            String path, Function<CaseParts, @Nullable Object> getter, BiConsumer<CaseParts, CaseParts> copier) {
        this.path = path;
        this.getter = getter;
        this.copier = copier;
    }

    /** Where the part stands in a scenario file. */
    String path() {
        return path;
    }

    /** What the part is in a case; null if it is not there. */
    @Nullable
    Object get(CaseParts parts) {
        return getter.apply(parts);
    }

    /** Gives the part of one case to another. */
    void copy(CaseParts from, CaseParts to) {
        copier.accept(from, to);
    }

    /**
     * A parameter as it is in force.
     *
     * @param parameter with the value and distribution that the alternative and the outlook give it
     * @param times what they multiply it by
     */
    record ParameterInForce(Parameter parameter, List<Expression> times) {

        private ParameterInForce after(@Nullable Replacement change) {
            if (change instanceof Replacement.Times factor) {
                List<Expression> more = new ArrayList<>(times);
                more.add(factor.factor());
                return new ParameterInForce(parameter, more);
            }
            return change instanceof Replacement.Value other ? replacedBy(other) : this;
        }

        private ParameterInForce replacedBy(Replacement.Value other) {
            Expression value = other.value();
            boolean keepsPriceYear = value == null || value.number().isPresent();
            return new ParameterInForce(
                    parameter.toBuilder()
                            .value(value)
                            .distribution(other.distribution())
                            .priceYear(keepsPriceYear ? parameter.priceYear() : null)
                            .build(),
                    List.of());
        }
    }

    /** All parts of two cases, in the order of a scenario file. */
    static List<CasePart> of(CaseParts first, CaseParts second) {
        List<CasePart> parts = new ArrayList<>();
        for (String name : first.settings.keySet()) {
            parts.add(setting(name));
        }
        for (String id : union(first.stakeholders.keySet(), second.stakeholders.keySet())) {
            parts.add(entry("stakeholders.", id, all -> all.stakeholders));
        }
        for (String id : union(first.parameters.keySet(), second.parameters.keySet())) {
            parts.add(parameter(id));
        }
        for (String id : union(first.outcomes.keySet(), second.outcomes.keySet())) {
            parts.add(entry("outcomes.", id, all -> all.outcomes));
        }
        for (String id : union(first.chosen, second.chosen)) {
            if (first.chosen.contains(id) && second.chosen.contains(id)) {
                intervention(parts, known(first, id), known(second, id));
            } else {
                parts.add(choice(id));
            }
        }
        return parts;
    }

    private static CasePart setting(String name) {
        if (name.equals(CaseParts.DISCOUNTING)) {
            return new CasePart(name, CaseParts::policy, (from, to) -> {
                to.settings.put(name, from.settings.get(name));
                to.outlookDiscounting = from.outlookDiscounting;
            });
        }
        return new CasePart(
                InputTexts.path(name),
                all -> all.settings.get(name),
                (from, to) -> to.settings.put(name, from.settings.get(name)));
    }

    private static <T> CasePart entry(String section, String id, Function<CaseParts, Map<String, T>> map) {
        return new CasePart(
                section + id, all -> map.apply(all).get(id), (from, to) -> replace(map.apply(from), map.apply(to), id));
    }

    private static CasePart parameter(String id) {
        return new CasePart(
                "parameters." + id,
                all -> {
                    Parameter parameter = all.parameters.get(id);
                    return parameter == null
                            ? null
                            : new ParameterInForce(parameter, List.of())
                                    .after(all.set.get(id))
                                    .after(all.outlookSet.get(id));
                },
                (from, to) -> {
                    replace(from.parameters, to.parameters, id);
                    replace(from.set, to.set, id);
                    replace(from.outlookSet, to.outlookSet, id);
                });
    }

    private static <T> void replace(Map<String, T> from, Map<String, T> to, String id) {
        T value = from.get(id);
        if (value == null) {
            to.remove(id);
        } else {
            to.put(id, value);
        }
    }

    /** An intervention that only one of the two carries out. */
    private static CasePart choice(String id) {
        return new CasePart(
                "interventions." + id,
                all -> all.chosen.contains(id) ? all.interventions.get(id) : null,
                (from, to) -> {
                    if (from.chosen.contains(id)) {
                        to.chosen.add(id);
                        to.interventions.put(id, known(from, id));
                    } else {
                        to.chosen.remove(id);
                    }
                });
    }

    private static void intervention(List<CasePart> parts, Intervention first, Intervention second) {
        String id = first.id();
        parts.add(field(id, "name", Intervention::name, (from, to) -> to.name(from.name())));
        parts.add(field(id, "start", Intervention::start, (from, to) -> to.start(from.start())));
        parts.add(field(id, "active", Intervention::active, (from, to) -> to.active(from.active())));
        parts.add(field(
                id, "participants", Intervention::participants, (from, to) -> to.participants(from.participants())));
        Set<String> streams = new LinkedHashSet<>();
        first.streams().forEach(stream -> streams.add(stream.id()));
        second.streams().forEach(stream -> streams.add(stream.id()));
        for (String stream : streams) {
            Stream described = find(first, stream) == null ? find(second, stream) : find(first, stream);
            String section = described == null ? "" : described.kind().section();
            parts.add(new CasePart(
                    "interventions." + id + "." + section + "." + stream,
                    all -> find(known(all, id), stream),
                    (from, to) -> change(to, id, old -> withStream(old, stream, find(known(from, id), stream)))));
        }
        parts.add(field(id, "labels", Intervention::labels, (from, to) -> to.labels(from.labels())));
        parts.add(field(id, "unpriced", Intervention::unpriced, (from, to) -> {}));
        parts.add(new CasePart(
                "interventions." + id + ".interactions",
                all -> known(all, id).interactions(),
                (from, to) -> change(to, id, old -> {
                    Intervention.Builder builder = old.toBuilder();
                    old.streams().forEach(stream -> add(builder, stream));
                    known(from, id).interactions().forEach(builder::interaction);
                    return builder.build();
                })));
    }

    private static CasePart field(
            String id,
            String key,
            Function<Intervention, @Nullable Object> getter,
            BiConsumer<Intervention, Intervention.Builder> setter) {
        return new CasePart(
                "interventions." + id + "." + key,
                all -> getter.apply(known(all, id)),
                (from, to) -> change(to, id, old -> {
                    Intervention.Builder builder = old.toBuilder();
                    setter.accept(known(from, id), builder);
                    old.streams().forEach(stream -> add(builder, stream));
                    old.interactions().forEach(builder::interaction);
                    return builder.build();
                }));
    }

    private static Intervention withStream(Intervention old, String id, @Nullable Stream replacement) {
        Intervention.Builder builder = old.toBuilder();
        boolean replaced = false;
        for (Stream stream : old.streams()) {
            if (!stream.id().equals(id)) {
                add(builder, stream);
            } else if (replacement != null) {
                add(builder, replacement);
                replaced = true;
            }
        }
        if (!replaced && replacement != null) {
            add(builder, replacement);
        }
        old.interactions().forEach(builder::interaction);
        return builder.build();
    }

    private static void add(Intervention.Builder builder, Stream stream) {
        if (stream instanceof Cost cost) {
            builder.cost(cost);
        } else if (stream instanceof Effect effect) {
            builder.effect(effect);
        } else if (stream instanceof Transfer transfer) {
            builder.transfer(transfer);
        }
    }

    private static void change(CaseParts parts, String id, UnaryOperator<Intervention> change) {
        parts.interventions.put(id, change.apply(known(parts, id)));
    }

    private static Intervention known(CaseParts parts, String id) {
        Intervention intervention = parts.interventions.get(id);
        if (intervention == null) {
            throw new IllegalArgumentException("The scenario has no intervention " + id);
        }
        return intervention;
    }

    private static @Nullable Stream find(Intervention intervention, String id) {
        for (Stream stream : intervention.streams()) {
            if (stream.id().equals(id)) {
                return stream;
            }
        }
        return null;
    }

    private static Set<String> union(Collection<String> first, Collection<String> second) {
        Set<String> union = new LinkedHashSet<>(first);
        union.addAll(second);
        return union;
    }
}
