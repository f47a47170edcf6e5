package nl.mkba.file.portfolio;

/** How much of a table may be held at a time, whatever the file says. For one thread. */
final class MemoryLimit {

    private final long most;
    private long taken;

    MemoryLimit(long most) {
        this.most = most;
    }

    /** Takes some bytes of it. */
    void take(long bytes) throws RefusedParquetException {
        taken += bytes;
        if (taken > most) {
            throw RefusedParquetException.damaged("memory");
        }
    }

    /** Gives some back. */
    void giveBack(long bytes) {
        taken -= bytes;
    }
}
