package nl.mkba.testkit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import nl.mkba.appraisal.Account;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.appraisal.AlternativeResult.GrossToNet;
import nl.mkba.appraisal.AlternativeResult.InternalRate;
import nl.mkba.appraisal.AlternativeResult.MarginalValue;
import nl.mkba.appraisal.AlternativeResult.Payback;
import nl.mkba.appraisal.AlternativeResult.UnitsResult;
import nl.mkba.appraisal.Amount;
import nl.mkba.appraisal.ResultFigure;

/** A result as a flat map: figures by the path they have in the scenario format. */
final class Figures {

    private final Map<String, Figure> figures = new LinkedHashMap<>();

    private Figures() {}

    /** Every figure of a result; what is absent is a text. */
    static Map<String, Figure> of(AlternativeResult result) {
        Figures all = new Figures();
        all.add(result);
        return all.figures;
    }

    private void put(String path, Amount amount) {
        figures.put(path, Figure.of(amount.value()));
    }

    private void put(String path, Optional<Amount> amount) {
        figures.put(path, amount.map(each -> Figure.of(each.value())).orElse(Figure.ABSENT));
    }

    private static Figure orReason(OptionalDouble number, Optional<String> reason) {
        return number.isPresent() ? Figure.of(number.getAsDouble()) : Figure.of(reason.orElseThrow());
    }

    /** A year as a text, since no year is a little off. */
    private static Figure year(OptionalInt year, Optional<String> reason) {
        return year.isPresent()
                ? Figure.of(String.valueOf(year.getAsInt()))
                : reason.map(Figure::of).orElse(Figure.ABSENT);
    }

    private void add(AlternativeResult result) {
        for (ResultFigure figure : ResultFigure.values()) {
            figures.put(figure.key(), Figure.of(result.figure(figure)));
        }
        figures.put(
                "mvpf",
                orReason(
                        result.marginalValue().ratio(),
                        result.marginalValue().absent().map(MarginalValue.Reason::id)));
        figures.put(
                "irr",
                orReason(
                        result.internalRate().rate(),
                        result.internalRate().absent().map(InternalRate.Reason::id)));
        result.quality().forEach(share -> {
            String path = "quality." + share.quality().id() + ".";
            figures.put(path + "parameters", Figure.of(share.parameters()));
            figures.put(path + "costs", Figure.of(share.costs()));
            figures.put(path + "benefits", Figure.of(share.benefits()));
        });
        figures.put(
                "discounted_payback_year",
                year(result.payback().year(), result.payback().absent().map(Payback.Reason::id)));
        figures.put("below_again_until", year(result.payback().belowAgainUntil(), Optional.empty()));
        result.increment()
                .ifPresentOrElse(
                        increment -> {
                            put("incremental.pv_costs", increment.pvCosts());
                            put("incremental.pv_benefits", increment.pvBenefits());
                            put("incremental.npv", increment.npv());
                            figures.put("incremental.bcr", Figure.of(increment.bcr()));
                        },
                        () -> figures.put("incremental", Figure.ABSENT));
        result.stakeholders().forEach((id, account) -> account("stakeholders." + id, account));
        result.sectors().forEach((id, account) -> account("sectors." + id, account));
        result.interventions().forEach((id, intervention) -> {
            put("interventions." + id + ".costs", intervention.costs());
            put("interventions." + id + ".benefits", intervention.benefits());
            put("interventions." + id + ".npv", intervention.npv());
            put("interventions." + id + ".last", intervention.last());
            figures.put("interventions." + id + ".participants", Figure.of(intervention.participants()));
        });
        result.streams().forEach(stream -> {
            String path = "streams." + stream.intervention() + "." + stream.id() + ".";
            put(path + "pv", stream.pv());
            put(path + "pv_society", stream.pvSociety());
            put(path + "undiscounted", stream.undiscounted());
            put(path + "residual_value", stream.residualValue());
            stream.units().ifPresent(units -> units(path, units));
        });
        result.labels()
                .forEach((key, texts) -> texts.forEach((text, label) -> {
                    String path = "labels." + key + "[" + text + "]";
                    account(path, label.society());
                    label.stakeholders().forEach((id, account) -> account(path + ".stakeholders." + id, account));
                    figures.put(
                            path + ".unpriced",
                            Figure.of(String.valueOf(label.unpriced().size())));
                }));
        result.years().forEach(year -> {
            String path = "years." + year.year() + ".";
            put(path + "costs", year.costs());
            put(path + "benefits", year.benefits());
            put(path + "net", year.net());
            put(path + "cumulative_npv", year.cumulativeNpv());
            figures.put(path + "discount_factor", Figure.of(year.discountFactor()));
            year.stakeholders().forEach((id, stakeholder) -> {
                put(path + "stakeholders." + id + ".net", stakeholder.net());
                put(path + "stakeholders." + id + ".cash", stakeholder.cash());
            });
        });
        GrossToNet way = result.grossToNet();
        put("gross_to_net.gross", way.gross());
        put("gross_to_net.deadweight", way.deadweight());
        put("gross_to_net.due_to_others", way.dueToOthers());
        put("gross_to_net.displacement", way.displacement());
        put("gross_to_net.optimism_bias", way.optimismBias());
        put("gross_to_net.interactions", way.interactions());
        put("gross_to_net.overlap", way.overlap());
    }

    private void units(String path, UnitsResult units) {
        figures.put(path + "units", Figure.of(units.units()));
        figures.put(path + "units_discounted", Figure.of(units.unitsDiscounted()));
        for (int i = 0; i < units.unitsPerYear().size(); i++) {
            figures.put(
                    path + "units_per_year." + i, Figure.of(units.unitsPerYear().get(i)));
        }
        put(path + "cost_per_unit", units.costPerUnit());
        put(path + "break_even_value", units.breakEvenValue());
    }

    private void account(String path, Account account) {
        put(path + ".costs", account.costs());
        put(path + ".benefits", account.benefits());
        put(path + ".transfers", account.transfers());
        put(path + ".net", account.net());
        put(path + ".cash", account.cash());
    }
}
