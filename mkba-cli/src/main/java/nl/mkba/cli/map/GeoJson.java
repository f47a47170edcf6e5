package nl.mkba.cli.map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.mkba.engine.spelling.Spelling;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Location;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * The polygons of a GeoJSON file (RFC 7946, and files from before it in whatever coordinate system), by the value of one of their
 * properties. Read from the first byte to the last, a feature at a time. What is no area (points, lines) is passed over; polygons of
 * the same id belong together.
 */
final class GeoJson {

    /** What a feature's own id is called, where no property has that name. */
    private static final String ID = "id";

    /** More metres than any projection of the earth has from its origin. */
    private static final double LARGEST = 1e8;

    private static final int MOST_LISTED = 40;
    private static final int FEWEST_IN_RING = 4;

    private final String file;
    private final String property;
    private final JsonParser json;
    private final GeometryFactory factory = new GeometryFactory();
    private final Map<String, List<Polygon>> polygons = new LinkedHashMap<>();
    private final Set<String> properties = new LinkedHashSet<>();
    private boolean hasProperty;
    private final Set<String> inParts = new LinkedHashSet<>();
    private int withoutId;

    private GeoJson(String file, String property, JsonParser json) {
        this.file = file;
        this.property = property;
        this.json = json;
    }

    /**
     * What a file holds.
     *
     * @param polygons by id, in the order of the file
     * @param inParts ids that more than one feature has
     * @param withoutId how many features with polygons have no id
     */
    record Content(Map<String, List<Polygon>> polygons, Set<String> inParts, int withoutId) {}

    /**
     * Reads a file.
     *
     * @param name the file's name, as messages show it
     * @param property the property that says which place a polygon is
     * @throws InvalidScenarioException if it cannot be read, is no GeoJSON, has no polygons, or none with that property
     */
    static Content read(Path path, String name, String property) {
        if (!Files.isRegularFile(path)) {
            throw refused(
                    name,
                    1,
                    1,
                    Problem.of(
                            ProblemCode.FILE_NOT_READABLE,
                            Problem.NO_PATH,
                            name,
                            Files.isDirectory(path) ? "is_folder" : Files.exists(path) ? "no_file" : "not_found"));
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
                JsonParser json = new JsonFactory().createParser(in)) {
            return new GeoJson(name, property, json).content();
        } catch (JsonProcessingException e) {
            throw wrong(name, e.getLocation(), "geojson_syntax");
        } catch (IOException e) {
            throw refused(name, 1, 1, Problem.of(ProblemCode.FILE_NOT_READABLE, Problem.NO_PATH, name, "failed"));
        }
    }

    private static InvalidScenarioException wrong(String file, @Nullable JsonLocation place, String reason) {
        return refused(
                file,
                place == null ? 1 : place.getLineNr(),
                place == null ? 1 : place.getColumnNr(),
                Problem.of(ProblemCode.NOT_GEOJSON, Problem.NO_PATH, reason));
    }

    private static InvalidScenarioException refused(String file, int line, int column, Problem problem) {
        return new InvalidScenarioException(problem.in(new Location(file, Math.max(1, line), Math.max(1, column))));
    }

    /** A JSON object as far as it matters. */
    private static final class Part {
        private final JsonLocation place;
        private @Nullable String type;
        private @Nullable String featureId;
        private @Nullable String id;
        private @Nullable Object coordinates;
        private final List<Part> geometries = new ArrayList<>();

        Part(JsonLocation place) {
            this.place = place;
        }
    }

    private Content content() throws IOException {
        JsonToken first = json.nextToken();
        if (first != JsonToken.START_OBJECT) {
            throw wrong(file, json.currentTokenLocation(), first == null ? "geojson_syntax" : "geojson_type");
        }
        Part root = part();
        take(root);
        if (json.nextToken() != null) {
            throw wrong(file, json.currentTokenLocation(), "geojson_syntax");
        }
        if (polygons.isEmpty() && withoutId == 0) {
            throw wrong(file, root.place, "geojson_no_polygon");
        }
        if (polygons.isEmpty() && !hasProperty) {
            List<String> known = properties.stream().limit(MOST_LISTED).toList();
            throw refused(
                    file,
                    1,
                    1,
                    Problem.of(
                                    ProblemCode.UNKNOWN_PROPERTY,
                                    Problem.NO_PATH,
                                    property,
                                    known.isEmpty() ? "–" : String.join(", ", known))
                            .suggesting(Spelling.nearest(property, properties)));
        }
        return new Content(polygons, inParts, withoutId);
    }

    /** Reads an object whose opening brace was read. Features in it are taken at once. */
    private Part part() throws IOException {
        Part part = new Part(json.currentTokenLocation());
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            switch (name) {
                case "type" -> part.type = value == JsonToken.VALUE_STRING ? json.getText() : "";
                case "features" -> {
                    required(value, JsonToken.START_ARRAY);
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        required(json.currentToken(), JsonToken.START_OBJECT);
                        take(part());
                    }
                }
                case "geometry" -> {
                    if (value == JsonToken.START_OBJECT) {
                        part.geometries.add(part());
                    } else {
                        required(value, JsonToken.VALUE_NULL);
                    }
                }
                case "geometries" -> {
                    required(value, JsonToken.START_ARRAY);
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        required(json.currentToken(), JsonToken.START_OBJECT);
                        part.geometries.add(part());
                    }
                }
                case "properties" -> {
                    if (value == JsonToken.START_OBJECT) {
                        properties(part);
                    } else {
                        json.skipChildren();
                    }
                }
                case "coordinates" -> {
                    required(value, JsonToken.START_ARRAY);
                    part.coordinates = coordinates();
                }
                case ID -> part.featureId = scalar(value);
                default -> json.skipChildren();
            }
        }
        return part;
    }

    private void required(JsonToken found, JsonToken wanted) {
        if (found != wanted) {
            throw wrong(file, json.currentTokenLocation(), "geojson_type");
        }
    }

    private void properties(Part part) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (properties.size() < 10 * MOST_LISTED) {
                properties.add(name);
            }
            if (name.equals(property)) {
                hasProperty = true;
                part.id = scalar(value);
            } else {
                json.skipChildren();
            }
        }
    }

    /** A text or a number as it is written, without blanks around it; null if it is neither, or nothing. */
    private @Nullable String scalar(JsonToken value) throws IOException {
        if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
            String text = json.getText().strip();
            return text.isEmpty() ? null : text;
        }
        json.skipChildren();
        return null;
    }

    /** A position (an array of two numbers), or a list of what stands in the array whose bracket was read. */
    private Object coordinates() throws IOException {
        JsonToken token = json.nextToken();
        if (token.isNumeric()) {
            double[] position = new double[2];
            int count = 0;
            for (; token != JsonToken.END_ARRAY; token = json.nextToken()) {
                if (!token.isNumeric()) {
                    throw wrong(file, json.currentTokenLocation(), "geojson_position");
                }
                if (count < position.length) {
                    position[count] = json.getDoubleValue();
                    if (!Double.isFinite(position[count]) || Math.abs(position[count]) > LARGEST) {
                        throw wrong(file, json.currentTokenLocation(), "geojson_far");
                    }
                }
                count++;
            }
            if (count < position.length) {
                throw wrong(file, json.currentTokenLocation(), "geojson_position");
            }
            return position;
        }
        List<Object> list = new ArrayList<>();
        for (; token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token != JsonToken.START_ARRAY) {
                throw wrong(file, json.currentTokenLocation(), "geojson_position");
            }
            list.add(coordinates());
        }
        return list;
    }

    /** Takes the polygons of a feature, or of a geometry that stands alone. */
    private void take(Part part) {
        if (part.type == null || part.type.equals("Topology")) {
            throw wrong(file, part.place, part.type == null ? "geojson_type" : "geojson_topology");
        }
        List<Polygon> found = new ArrayList<>();
        polygons(part, found);
        if (found.isEmpty()) {
            return;
        }
        String id = part.id == null && property.equals(ID) ? part.featureId : part.id;
        if (id == null) {
            withoutId++;
        } else if (polygons.putIfAbsent(id, found) != null) {
            polygons.get(id).addAll(found);
            inParts.add(id);
        }
    }

    private void polygons(Part part, List<Polygon> found) {
        if ("Polygon".equals(part.type)) {
            found.add(polygon(part, part.coordinates));
        } else if ("MultiPolygon".equals(part.type)) {
            for (Object each : list(part, part.coordinates)) {
                found.add(polygon(part, each));
            }
        }
        part.geometries.forEach(geometry -> polygons(geometry, found));
    }

    private List<?> list(Part part, @Nullable Object coordinates) {
        if (coordinates instanceof List<?> list) {
            return list;
        }
        throw wrong(file, part.place, "geojson_ring");
    }

    private Polygon polygon(Part part, @Nullable Object coordinates) {
        List<LinearRing> rings = new ArrayList<>();
        for (Object ring : list(part, coordinates)) {
            rings.add(ring(part, list(part, ring)));
        }
        return rings.isEmpty()
                ? factory.createPolygon()
                : factory.createPolygon(
                        rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
    }

    /** A ring; one that is not closed is. */
    private LinearRing ring(Part part, List<?> positions) {
        List<Coordinate> ring = new ArrayList<>(positions.size() + 1);
        for (Object position : positions) {
            if (!(position instanceof double[] point)) {
                throw wrong(file, part.place, "geojson_ring");
            }
            ring.add(new Coordinate(point[0], point[1]));
        }
        if (!ring.isEmpty() && !ring.get(0).equals2D(ring.get(ring.size() - 1))) {
            ring.add(new Coordinate(ring.get(0)));
        }
        if (ring.size() < FEWEST_IN_RING) {
            throw wrong(file, part.place, "geojson_ring");
        }
        return factory.createLinearRing(ring.toArray(Coordinate[]::new));
    }
}
