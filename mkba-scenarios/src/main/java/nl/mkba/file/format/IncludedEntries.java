package nl.mkba.file.format;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.mkba.file.yaml.MapNode;
import nl.mkba.problem.Location;
import nl.mkba.problem.Problems;

/** The entries that included files bring to the sections of a scenario. */
final class IncludedEntries {

    /** The sections that an included file may have. */
    static final List<String> SECTIONS = List.of("stakeholders", "parameters", "outcomes", "optimism_bias");

    private final Map<String, Map<String, MapNode.Entry>> sections = new HashMap<>();
    private final Set<String> incomplete = new HashSet<>();

    /** Stands for files that could not be read: any entry may be missing. */
    static IncludedEntries unknown() {
        IncludedEntries entries = new IncludedEntries();
        entries.markIncomplete();
        return entries;
    }

    /** The entries of one file. */
    static IncludedEntries of(Section file) {
        IncludedEntries entries = new IncludedEntries();
        for (String section : SECTIONS) {
            Value value = file.optional(section);
            if (value != null) {
                value.entries();
                if (value.node() instanceof MapNode map) {
                    map.entries().forEach(entry -> entries.section(section).put(entry.key(), entry));
                }
                if (value.problems().isIncomplete(value.path())) {
                    entries.incomplete.add(section);
                }
            }
        }
        return entries;
    }

    void markIncomplete() {
        incomplete.addAll(SECTIONS);
    }

    /** Adds the entries of another file, which replace those of the same id. */
    void override(IncludedEntries later) {
        later.sections.forEach((section, entries) -> entries.forEach((id, entry) -> {
            Map<String, MapNode.Entry> mine = section(section);
            mine.remove(id);
            mine.put(id, entry);
        }));
        incomplete.addAll(later.incomplete);
    }

    private Map<String, MapNode.Entry> section(String name) {
        return sections.computeIfAbsent(name, key -> new LinkedHashMap<>());
    }

    /** The file's tree with the included entries before its own, which replace those of the same id. */
    MapNode under(MapNode file, Location start, Problems problems) {
        incomplete.forEach(problems::markIncomplete);
        Map<String, MapNode.Entry> merged = new LinkedHashMap<>();
        file.entries().forEach(entry -> merged.put(entry.key(), entry));
        for (String section : SECTIONS) {
            Map<String, MapNode.Entry> included = section(section);
            MapNode.Entry own = merged.get(section);
            if (included.isEmpty() || (own != null && !(own.value() instanceof MapNode))) {
                continue;
            }
            Map<String, MapNode.Entry> all = new LinkedHashMap<>(included);
            if (own != null && own.value() instanceof MapNode map) {
                map.entries().forEach(entry -> {
                    all.remove(entry.key());
                    all.put(entry.key(), entry);
                });
            }
            Location place = own == null ? start : own.value().location();
            merged.put(section, new MapNode.Entry(section, own == null ? start : own.place(), new MapNode(all, place)));
        }
        return new MapNode(merged, file.location());
    }
}
