package nl.mkba.file.format;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file that was read, as messages name it, with what it said: whoever has the same files gets the same figures. */
public final class InputFile {

    private final String name;
    private final byte[] content;
    private final boolean isBuiltIn;

    InputFile(String name, byte[] content, boolean isBuiltIn) {
        this.isBuiltIn = isBuiltIn;
        this.name = name;
        this.content = content;
    }

    /** Whether it is none of the user's. */
    boolean isBuiltIn() {
        return isBuiltIn;
    }

    /** {@return its name, relative as the user wrote it; a built-in file's begins with {@code catalogue:}} */
    public String name() {
        return name;
    }

    /** {@return the SHA-256 of its bytes, in hexadecimal} */
    public String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
