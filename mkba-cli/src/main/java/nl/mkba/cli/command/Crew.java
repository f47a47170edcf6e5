package nl.mkba.cli.command;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import nl.mkba.uncertainty.Workers;

/** The threads of one command, with a progress bar for who watches; to be closed. */
final class Crew implements AutoCloseable {

    private final ExecutorService threads;
    private final ProgressBar bar;
    private final Workers workers;

    private Crew(ExecutorService threads, ProgressBar bar, Workers workers) {
        this.threads = threads;
        this.bar = bar;
        this.workers = workers;
    }

    /** As many threads as the command line says. */
    static Crew of(Invocation invocation) {
        int count = new SimulationArguments(invocation).threads();
        ExecutorService threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "mkba");
            thread.setDaemon(true);
            return thread;
        });
        ProgressBar bar =
                new ProgressBar(invocation.console(), invocation.arguments().has(Option.QUIET));
        return new Crew(threads, bar, Workers.on(threads, count).watchedBy(bar));
    }

    Workers workers() {
        return workers;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        bar.clear();
    }
}
