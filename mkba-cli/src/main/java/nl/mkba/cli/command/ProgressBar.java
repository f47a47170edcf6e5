package nl.mkba.cli.command;

import nl.mkba.uncertainty.Workers;

/** Shows on a terminal how far the work is; says nothing if it is done soon, or nobody watches. */
final class ProgressBar implements Workers.Progress {

    private static final int WIDTH = 40;
    private static final long MILLION = 1_000_000;
    private static final long WAIT = 500 * MILLION;
    private static final long PAUSE = 100 * MILLION;

    private final Console console;
    private final boolean isShown;
    private long next = System.nanoTime() + WAIT;
    private boolean isDirty;

    ProgressBar(Console console, boolean isQuiet) {
        this.console = console;
        this.isShown = console.isTerminal() && !isQuiet;
    }

    @Override
    public void done(int done, int of) {
        if (isShown) {
            show(done, of);
        }
    }

    private synchronized void show(int done, int of) {
        long now = System.nanoTime();
        if (now - next < 0) {
            return;
        }
        next = now + PAUSE;
        isDirty = true;
        int full = (int) ((long) WIDTH * done / of);
        long percentage = 100L * done / of;
        console.overwrite("[" + "#".repeat(full) + "-".repeat(WIDTH - full) + "] " + percentage + "%");
    }

    /** Takes the bar away. */
    synchronized void clear() {
        if (isDirty) {
            console.overwrite("");
            isDirty = false;
        }
        next = Long.MAX_VALUE;
    }
}
