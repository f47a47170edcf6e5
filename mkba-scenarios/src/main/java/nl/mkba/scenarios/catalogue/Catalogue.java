package nl.mkba.scenarios.catalogue;

import java.util.ArrayList;
import java.util.List;
import nl.mkba.scenarios.format.IncludedFile;

/**
 * What the catalogue holds, read from the same files that a scenario includes.
 *
 * @param parties the stakeholders
 * @param keyFigures the figures, part by part
 */
public record Catalogue(List<Party> parties, List<KeyFigure> keyFigures) {

    public Catalogue {
        parties = List.copyOf(parties);
        keyFigures = List.copyOf(keyFigures);
    }

    /** Reads all parts. */
    public static Catalogue read() {
        List<Party> parties = new ArrayList<>();
        List<KeyFigure> keyFigures = new ArrayList<>();
        for (Part part : Part.values()) {
            IncludedFile file = IncludedFile.read(part.include(), CatalogueFiles.bytes(part.id() + ".yaml"));
            file.stakeholders().forEach(stakeholder -> parties.add(new Party(part, stakeholder)));
            file.parameters().forEach(parameter -> keyFigures.add(new KeyFigure(part, parameter)));
        }
        return new Catalogue(parties, keyFigures);
    }
}
