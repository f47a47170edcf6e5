package nl.mkba.file.format;

import nl.mkba.file.yaml.MapNode;
import nl.mkba.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/** The version of the format that a file is written for: its key {@code mkba}. */
public final class FormatVersion {

    /** The latest version, and so far the only one. */
    public static final int LATEST = 1;

    private FormatVersion() {}

    /** Whether the file's version, if it states one, is known here; otherwise that is reported. */
    static boolean isKnown(Value file) {
        MapNode.@Nullable Entry stated = file.node() instanceof MapNode map ? map.entry("mkba") : null;
        if (stated == null) {
            return true;
        }
        Value version = file.child(stated, "mkba");
        Long number = version.whole(1, Long.MAX_VALUE);
        if (number != null && number > LATEST) {
            version.refuse(ProblemCode.NEWER_VERSION, number.toString(), String.valueOf(LATEST));
            return false;
        }
        return true;
    }
}
