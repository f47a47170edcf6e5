package nl.mkba.cli.command;

import nl.mkba.cli.language.Messages;
import nl.mkba.uncertainty.Workers;

/** Shows on a terminal how far the work is; says nothing if it is done soon, or nobody watches. */
final class ProgressBar implements Workers.Progress {

    private static final int WIDTH = 40;
    private static final long MILLION = 1_000_000;
    private static final long WAIT = 500 * MILLION;
    private static final long PAUSE = 100 * MILLION;

    private final Console console;
    private final boolean isShown;
    private final Messages messages;
    private double begun = Double.NaN;
    private long beginning;
    private long next = System.nanoTime() + WAIT;
    private boolean isDirty;

    ProgressBar(Console console, boolean isQuiet, Messages messages) {
        this.console = console;
        this.messages = messages;
        this.isShown = console.isTerminal() && !isQuiet;
    }

    @Override
    public void done(int done, int of) {
        if (isShown) {
            show(done, of);
        }
    }

    private void show(int done, int of) {
        show(done / (double) of, "");
    }

    /** Shows how far the whole work is, from 0 to 1, and how long it will take yet. */
    void show(double progress) {
        if (!isShown) {
            return;
        }
        if (Double.isNaN(begun)) {
            begun = progress;
            beginning = System.nanoTime();
        }
        double done = progress - begun;
        // What went before an interruption took none of this run's time.
        double seconds = done > 0 ? (System.nanoTime() - beginning) / 1e9 * (1 - progress) / done : 0;
        show(progress, seconds > 0 ? "  " + messages.text("progress.left", time((long) Math.ceil(seconds))) : "");
    }

    private static String time(long seconds) {
        String minutes = seconds / 60 % 60 + ":" + (seconds % 60 < 10 ? "0" : "") + seconds % 60;
        return seconds < 3600 ? minutes : seconds / 3600 + ":" + (seconds / 60 % 60 < 10 ? "0" : "") + minutes;
    }

    private synchronized void show(double progress, String behind) {
        long now = System.nanoTime();
        if (now - next < 0) {
            return;
        }
        next = now + PAUSE;
        isDirty = true;
        int full = (int) (WIDTH * progress);
        long percentage = (long) (100 * progress);
        console.overwrite("[" + "#".repeat(full) + "-".repeat(WIDTH - full) + "] " + percentage + "%" + behind);
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
