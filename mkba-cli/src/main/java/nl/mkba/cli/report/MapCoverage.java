package nl.mkba.cli.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.mkba.cli.map.PlaceMap;

/**
 * Which areas of a map are places of a table.
 *
 * @param map the map
 * @param places for each of its areas which place of the table it is; −1 for none
 * @param placesWithoutShape ids in the table that are not on the map
 * @param shapesWithoutPlace ids on the map that are not in the table
 */
public record MapCoverage(
        PlaceMap map, List<Integer> places, List<String> placesWithoutShape, List<String> shapesWithoutPlace) {

    /** An area that is no place of the table. */
    static final int NONE = -1;

    public MapCoverage {
        places = List.copyOf(places);
        placesWithoutShape = List.copyOf(placesWithoutShape);
        shapesWithoutPlace = List.copyOf(shapesWithoutPlace);
    }

    /**
     * Puts a map beside a table.
     *
     * @param ids of the table, each once
     */
    public static MapCoverage of(PlaceMap map, List<String> ids) {
        Map<String, Integer> rows = new HashMap<>();
        for (int place = 0; place < ids.size(); place++) {
            rows.put(ids.get(place), place);
        }
        List<Integer> places = new ArrayList<>();
        List<String> withoutPlace = new ArrayList<>();
        Set<String> onMap = new HashSet<>();
        for (PlaceMap.Shape shape : map.shapes()) {
            Integer place = rows.get(shape.id());
            places.add(place == null ? NONE : place);
            onMap.add(shape.id());
            if (place == null) {
                withoutPlace.add(shape.id());
            }
        }
        return new MapCoverage(
                map, places, ids.stream().filter(id -> !onMap.contains(id)).toList(), withoutPlace);
    }
}
