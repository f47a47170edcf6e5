package nl.mkba.cli.map;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.mkba.problem.InvalidScenarioException;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;

/**
 * A map of places, small enough to stand in a page: areas on a grid, of which neighbours keep their common border
 * (Visvalingam and Whyatt 1993, on a coverage: JTS's {@code CoverageSimplifier}). Immutable.
 *
 * <p>Longitudes and latitudes are laid flat at the middle latitude; other coordinates, such as those of the Dutch national grid, are
 * taken as flat already. Which they are is told from their size.
 */
public final class PlaceMap {

    /** Characters that all shapes may take together, and how much detail is given up each time they do not fit. */
    private static final int MOST_CHARACTERS = 3_000_000;

    private static final double COARSER = 1.6;
    private static final int MOST_TRIES = 12;

    /** The detail that is given up at first: a corner of less than the square of this part of the size of its place. */
    private static final double TOLERANCE = 0.02;

    /** Cells of the grid across a place of middling size, and across the map at least. */
    private static final double CELLS_IN_PLACE = 64;

    private static final double CELLS_IN_MAP = 2_000;

    /** So that every difference of two numbers on the grid is a whole number that a page calculates with. */
    private static final double MOST_CELLS = 1 << 24;

    /** Coordinates beyond this are no degrees, and not those of a small grid of one's own either. */
    private static final double SURELY_METRES = 10_000;

    private static final int FEWEST_IN_RING = 4;
    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final int CONTINUED = 32;

    private final List<Shape> shapes;
    private final int width;
    private final int height;
    private final Notes notes;

    private PlaceMap(List<Shape> shapes, int width, int height, Notes notes) {
        this.shapes = List.copyOf(shapes);
        this.width = width;
        this.height = height;
        this.notes = notes;
    }

    /**
     * An area.
     *
     * @param id of the place
     * @param rings its rings, outer and inner alike (a point is inside if it is inside an odd number of them): how many there are, and of each
     *     how many points it has and where they are, from the one before. Whole numbers, in digits of five bits, the lowest first, with 32
     *     added to all but the last; a sign is the lowest bit
     */
    public record Shape(String id, String rings) {}

    /**
     * What deserves attention in a map.
     *
     * @param inParts ids of places of more than one feature, which are taken together
     * @param withoutArea ids of places whose points lie on one line, so that there is nothing to see
     * @param perhapsDegrees ids of places with coordinates as of degrees, where others can only have metres
     * @param withoutId how many features with polygons have no id
     */
    public record Notes(List<String> inParts, List<String> withoutArea, List<String> perhapsDegrees, int withoutId) {
        public Notes {
            inParts = List.copyOf(inParts);
            withoutArea = List.copyOf(withoutArea);
            perhapsDegrees = List.copyOf(perhapsDegrees);
        }
    }

    /**
     * Reads a map.
     *
     * @param path of a GeoJSON file
     * @param name the file's name, as messages show it
     * @param property the property that says which place a polygon is
     * @throws InvalidScenarioException if it cannot be read, is no GeoJSON, has no polygons, or none with that property
     */
    public static PlaceMap read(Path path, String name, String property) {
        GeoJson.Content content = GeoJson.read(path, name, property);
        Box box = new Box();
        content.polygons().values().forEach(all -> all.forEach(box::take));
        List<String> ids = new ArrayList<>();
        List<Geometry> areas = new ArrayList<>();
        double unit = unit(content.polygons(), box);
        for (Map.Entry<String, List<Polygon>> place : content.polygons().entrySet()) {
            ids.add(place.getKey());
            areas.add(onGrid(place.getValue(), box, unit));
        }
        return new PlaceMap(
                shapes(ids, simplified(areas)),
                (int) Math.ceil(box.width() / unit),
                (int) Math.ceil(box.height() / unit),
                notes(content, box));
    }

    private static Notes notes(GeoJson.Content content, Box whole) {
        List<String> withoutArea = new ArrayList<>();
        List<String> perhapsDegrees = new ArrayList<>();
        content.polygons().forEach((id, all) -> {
            Box box = new Box();
            all.forEach(box::take);
            if (whole.isSurelyMetres() && box.isDegrees()) {
                perhapsDegrees.add(id);
            }
            if (all.stream().allMatch(PlaceMap::hasNoArea)) {
                withoutArea.add(id);
            }
        });
        return new Notes(List.copyOf(content.inParts()), withoutArea, perhapsDegrees, content.withoutId());
    }

    /** Whether there is nothing inside; of a border that crosses itself the parts may have areas that cancel out. */
    private static boolean hasNoArea(Polygon polygon) {
        return polygon.getArea() == 0 && GeometryFixer.fix(polygon).getArea() == 0;
    }

    /** Where everything is, and how it is laid flat. */
    private static final class Box {
        private double west = Double.POSITIVE_INFINITY;
        private double south = Double.POSITIVE_INFINITY;
        private double east = Double.NEGATIVE_INFINITY;
        private double north = Double.NEGATIVE_INFINITY;

        void take(Polygon polygon) {
            for (Coordinate at : polygon.getExteriorRing().getCoordinates()) {
                west = Math.min(west, at.x);
                east = Math.max(east, at.x);
                south = Math.min(south, at.y);
                north = Math.max(north, at.y);
            }
        }

        boolean isDegrees() {
            return west >= -180 && east <= 180 && south >= -90 && north <= 90;
        }

        boolean isSurelyMetres() {
            return Math.max(Math.max(-west, east), Math.max(-south, north)) > SURELY_METRES;
        }

        /** How much shorter a step to the east is than one to the north. */
        double stretch() {
            return isDegrees() ? Math.max(0.01, Math.cos(Math.toRadians((south + north) / 2))) : 1;
        }

        double width() {
            return (east - west) * stretch();
        }

        double height() {
            return north - south;
        }
    }

    /** The size of a cell of the grid. */
    private static double unit(Map<String, List<Polygon>> places, Box box) {
        double extent = Math.max(box.width(), box.height());
        double[] sizes = places.values().stream()
                .mapToDouble(all ->
                        Math.sqrt(all.stream().mapToDouble(Polygon::getArea).sum() * box.stretch()))
                .sorted()
                .toArray();
        double middle = sizes.length == 0 ? extent : sizes[sizes.length / 2];
        double unit = Math.max(Math.min(middle / CELLS_IN_PLACE, extent / CELLS_IN_MAP), extent / MOST_CELLS);
        // Of what is a single point all is one cell.
        return unit > 0 && Double.isFinite(unit) ? unit : 1;
    }

    private static Geometry onGrid(List<Polygon> polygons, Box box, double unit) {
        GeometryFactory factory = new GeometryFactory();
        List<Polygon> kept = new ArrayList<>();
        for (Polygon polygon : polygons) {
            Coordinate[] outer = onGrid(polygon.getExteriorRing(), box, unit);
            if (outer.length >= FEWEST_IN_RING) {
                List<LinearRing> holes = new ArrayList<>();
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    Coordinate[] inner = onGrid(polygon.getInteriorRingN(hole), box, unit);
                    if (inner.length >= FEWEST_IN_RING) {
                        holes.add(factory.createLinearRing(inner));
                    }
                }
                kept.add(factory.createPolygon(factory.createLinearRing(outer), holes.toArray(LinearRing[]::new)));
            }
        }
        Geometry area = valid(factory.createMultiPolygon(kept.toArray(Polygon[]::new)));
        return area.isEmpty() ? smallest(polygons, box, unit, factory) : area;
    }

    /** A border that crosses or touches itself, in the file or on the grid, is more than the simplifier can take. */
    private static Geometry valid(Geometry area) {
        return area.isValid() ? area : GeometryFixer.fix(area);
    }

    /** A cell where a place is that is smaller than that. */
    private static Geometry smallest(List<Polygon> polygons, Box box, double unit, GeometryFactory factory) {
        for (Polygon polygon : polygons) {
            if (!polygon.isEmpty()) {
                Coordinate at = onGrid(polygon.getCoordinate(), box, unit);
                return factory.createMultiPolygon(new Polygon[] {
                    factory.createPolygon(new Coordinate[] {
                        at,
                        new Coordinate(at.x + 1, at.y),
                        new Coordinate(at.x + 1, at.y + 1),
                        new Coordinate(at.x, at.y + 1),
                        at
                    })
                });
            }
        }
        return factory.createMultiPolygon();
    }

    /** The points of a ring on the grid, north up; a point on the same cell as the one before is left out, and so is a way there and back. */
    private static Coordinate[] onGrid(LinearRing ring, Box box, double unit) {
        List<Coordinate> points = new ArrayList<>();
        for (Coordinate each : ring.getCoordinates()) {
            Coordinate point = onGrid(each, box, unit);
            int last = points.size() - 1;
            if (last > 0 && point.equals2D(points.get(last - 1))) {
                points.remove(last);
            } else if (last < 0 || !point.equals2D(points.get(last))) {
                points.add(point);
            }
        }
        int from = 0;
        int to = points.size() - 1;
        while (to - from > 1 && points.get(from + 1).equals2D(points.get(to - 1))) {
            from++;
            to--;
        }
        return points.subList(from, to + 1).toArray(Coordinate[]::new);
    }

    private static Coordinate onGrid(Coordinate at, Box box, double unit) {
        return new Coordinate(
                Math.rint((at.x - box.west) * box.stretch() / unit), Math.rint((box.north - at.y) / unit));
    }

    /** The areas with so much detail as there is room for. */
    private static Geometry[] simplified(List<Geometry> areas) {
        Geometry[] all = areas.toArray(Geometry[]::new);
        double[] sizes =
                areas.stream().mapToDouble(area -> Math.sqrt(area.getArea())).toArray();
        double part = TOLERANCE;
        for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
            double[] tolerances = new double[sizes.length];
            for (int place = 0; place < sizes.length; place++) {
                tolerances[place] = sizes[place] * part;
            }
            all = CoverageSimplifier.simplify(all, tolerances);
            if (characters(all) <= MOST_CHARACTERS) {
                break;
            }
            part *= COARSER;
        }
        return all;
    }

    private static long characters(Geometry[] areas) {
        long characters = 0;
        for (Geometry area : areas) {
            characters += rings(area).length();
        }
        return characters;
    }

    private static List<Shape> shapes(List<String> ids, Geometry[] areas) {
        List<Shape> shapes = new ArrayList<>();
        for (int place = 0; place < areas.length; place++) {
            shapes.add(new Shape(ids.get(place), rings(areas[place])));
        }
        return shapes;
    }

    private static String rings(Geometry area) {
        StringBuilder rings = new StringBuilder();
        int count = 0;
        long[] last = new long[2];
        for (int part = 0; part < area.getNumGeometries(); part++) {
            if (area.getGeometryN(part) instanceof Polygon polygon && !polygon.isEmpty()) {
                write(polygon.getExteriorRing(), last, rings);
                count++;
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    write(polygon.getInteriorRingN(hole), last, rings);
                    count++;
                }
            }
        }
        StringBuilder whole = new StringBuilder();
        number(count, whole);
        return whole.append(rings).toString();
    }

    /** A ring without its last point, which is its first. */
    private static void write(LinearRing ring, long[] last, StringBuilder text) {
        Coordinate[] points = ring.getCoordinates();
        number(points.length - 1, text);
        for (int k = 0; k < points.length - 1; k++) {
            long x = Math.round(points[k].x);
            long y = Math.round(points[k].y);
            signed(x - last[0], text);
            signed(y - last[1], text);
            last[0] = x;
            last[1] = y;
        }
    }

    private static void signed(long number, StringBuilder text) {
        number(number < 0 ? -2 * number - 1 : 2 * number, text);
    }

    private static void number(long number, StringBuilder text) {
        long rest = number;
        while (rest >= CONTINUED) {
            text.append(DIGITS.charAt((int) (rest % CONTINUED) + CONTINUED));
            rest /= CONTINUED;
        }
        text.append(DIGITS.charAt((int) rest));
    }

    /** The areas, in the order of the file. */
    public List<Shape> shapes() {
        return shapes;
    }

    /** Cells of the grid from west to east. */
    public int width() {
        return width;
    }

    /** Cells of the grid from north to south. */
    public int height() {
        return height;
    }

    /** What deserves attention in it. */
    public Notes notes() {
        return notes;
    }
}
