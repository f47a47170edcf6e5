package nl.mkba.cli.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import nl.mkba.uncertainty.Workers;

/** The threads of one command, with a progress bar for who watches; to be closed. */
final class CommandThreads implements AutoCloseable {

    private final ExecutorService threads;
    private final ProgressBar bar;
    private final Workers workers;
    private final int size;

    private CommandThreads(ExecutorService threads, ProgressBar bar, Workers workers, int size) {
        this.threads = threads;
        this.bar = bar;
        this.workers = workers;
        this.size = size;
    }

    /** As many threads as the command line says. */
    static CommandThreads of(Invocation invocation) {
        int count = new SimulationArguments(invocation).threads();
        ExecutorService threads = Executors.newFixedThreadPool(count, CommandThreads::daemon);
        ProgressBar bar =
                new ProgressBar(invocation.console(), invocation.arguments().has(Option.QUIET), invocation.messages());
        return new CommandThreads(threads, bar, Workers.on(threads, count).watchedBy(bar), count);
    }

    /** Has something done by as many threads as the command line says. */
    static <T> T work(Invocation invocation, Function<Workers, T> work) {
        try (CommandThreads crew = of(invocation)) {
            return work.apply(crew.workers);
        }
    }

    /**
     * As many threads as the command line says, for what is done too soon to watch. None is started before there is enough to do for
     * it, and each ends with its work.
     */
    static Workers unwatched(Invocation invocation) {
        return Workers.on(task -> daemon(task).start(), new SimulationArguments(invocation).threads());
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "mkba");
        thread.setDaemon(true);
        return thread;
    }

    Workers workers() {
        return workers;
    }

    /** How many threads there are. */
    int size() {
        return size;
    }

    /** Has a task done; no more than a few for each thread are to wait at a time. */
    <T> Future<T> submit(Callable<T> task) {
        return threads.submit(task);
    }

    /** The result of a submitted task; what it throws is thrown. */
    static <T> T result(Future<T> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof IOException io) {
                throw io;
            }
            if (cause instanceof RuntimeException failure) {
                throw failure;
            }
            if (cause instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException(cause);
        }
    }

    /** Shows how far the work is, from 0 to 1, and how much time is left. */
    void show(double progress) {
        bar.show(progress);
    }

    /** Takes the progress bar away. */
    void clear() {
        bar.clear();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        bar.clear();
    }
}
