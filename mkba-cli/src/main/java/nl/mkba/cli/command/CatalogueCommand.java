package nl.mkba.cli.command;

import java.util.List;
import java.util.stream.Stream;
import nl.mkba.cli.render.CatalogueCsv;
import nl.mkba.cli.render.CatalogueText;
import nl.mkba.file.catalogue.Catalogue;
import nl.mkba.json.CatalogueJson;
import nl.mkba.json.tree.CatalogueTree;

/**
 * {@code mkba catalogue}: shows what is built in, all of it or what a search finds; {@code mkba catalogue effects} only what
 * evaluations found, {@code mkba catalogue columns} what reads tables that others publish.
 */
final class CatalogueCommand implements Command {

    private static final String EFFECTS = "effects";
    private static final String COLUMNS = "columns";

    @Override
    public Syntax syntax() {
        return new Syntax(
                "catalogue",
                "[effects|columns] [WORD…]",
                0,
                Syntax.ANY,
                List.of("text", "json", "csv"),
                Option.general(Option.CSV, Option.FORMAT));
    }

    @Override
    public List<String> operandChoices() {
        Catalogue all = Catalogue.read();
        return Stream.of(
                        Stream.of(EFFECTS, COLUMNS),
                        all.keyFigures().stream()
                                .map(figure -> figure.parameter().id()),
                        all.effects().stream().map(effect -> effect.parameter().id()))
                .flatMap(ids -> ids)
                .toList();
    }

    @Override
    public Result run(Invocation invocation) {
        List<String> words = invocation.arguments().operands();
        Catalogue catalogue = Catalogue.read();
        if (!words.isEmpty() && words.get(0).equals(EFFECTS)) {
            words = words.subList(1, words.size());
            catalogue = catalogue.effectsOnly();
        } else if (!words.isEmpty() && words.get(0).equals(COLUMNS)) {
            words = words.subList(1, words.size());
            catalogue = catalogue.mappingsOnly();
        }
        Catalogue found = catalogue.matching(words);
        if (invocation.isFormat("json")) {
            return Result.done(CatalogueJson.write(found) + "\n");
        }
        if (invocation.isFormat("csv")) {
            return Result.done(CatalogueCsv.of(CatalogueTree.of(found)));
        }
        if (found.isEmpty()) {
            return Result.done(nothing(words, catalogue, invocation));
        }
        return Result.done(CatalogueText.of(found, invocation.messages()));
    }

    private static String nothing(List<String> words, Catalogue catalogue, Invocation invocation) {
        String nothing = invocation.messages().text("catalogue.nothing", String.join(" ", words));
        for (String word : words) {
            String nearest = catalogue.matching(List.of(word)).isEmpty() ? catalogue.nearest(word) : null;
            if (nearest != null) {
                return nothing + " " + invocation.messages().text("usage.maybe", nearest) + "\n";
            }
        }
        return nothing + "\n";
    }
}
