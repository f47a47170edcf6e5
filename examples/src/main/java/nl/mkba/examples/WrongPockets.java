package nl.mkba.examples;

import java.nio.file.Path;
import nl.mkba.Mkba;
import nl.mkba.appraisal.Account;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.file.ScenarioFile;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Stakeholder;

/** Reads a scenario and shows, for each alternative, who pays and who gains. */
public final class WrongPockets {

    private WrongPockets() {}

    /** @param arguments the scenario's file */
    public static void main(String[] arguments) {
        Scenario scenario = ScenarioFile.read(Path.of(arguments[0]));
        for (AlternativeResult result : Mkba.appraise(scenario).results()) {
            System.out.printf(
                    "%s: %,.0f for society%n",
                    result.alternative(), result.npv().value());
            for (Stakeholder stakeholder : scenario.stakeholders().values()) {
                Account account = result.stakeholders().get(stakeholder.id());
                if (account != null && account.net().value() != 0) {
                    String verb = account.net().value() < 0 ? "loses" : "gains";
                    System.out.printf(
                            "  %s %s %,.0f and pays %,.0f%n",
                            stakeholder.label(),
                            verb,
                            Math.abs(account.net().value()),
                            account.costs().value());
                }
            }
        }
    }
}
