package nl.mkba.uncertainty;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * Where work is done: in the caller's thread, and beside it on as many threads of the caller's executor as the caller
 * allows. Nothing that is calculated depends on it.
 */
public final class Workers {

    private static final Workers CALLER = new Workers(Runnable::run, 1, (done, of) -> {});

    private final Executor executor;
    private final int threads;
    private final Progress progress;

    private Workers(Executor executor, int threads, Progress progress) {
        this.executor = executor;
        this.threads = threads;
        this.progress = progress;
    }

    /** Sees how far the work is. */
    @FunctionalInterface
    public interface Progress {

        /**
         * Tasks were done. Called by every thread, and not always in order; to return at once.
         *
         * @param done how many tasks of the step in hand are done
         * @param of how many it has
         */
        void done(int done, int of);
    }

    /** All work in the caller's thread. */
    public static Workers callerOnly() {
        return CALLER;
    }

    /**
     * Work on an executor.
     *
     * @param threads how many threads to use, the caller's own among them; at least 1
     */
    public static Workers on(Executor executor, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("The number of threads (" + threads + ") must be at least 1");
        }
        return new Workers(executor, threads, CALLER.progress);
    }

    /** The same, and {@code watcher} sees how far each step is; a calculation has several. */
    public Workers watchedBy(Progress watcher) {
        return new Workers(executor, threads, watcher);
    }

    /**
     * Does the tasks 0 … {@code count} − 1, each once. An exception of a task is thrown when all others that had begun are
     * done; of several that of the lowest task that was seen.
     *
     * @param worker makes what does the tasks, one for each thread
     * @throws CancellationException if the caller's thread is interrupted
     */
    public void run(int count, Supplier<IntConsumer> worker) {
        Job job = new Job(count, worker, progress);
        int helpers = Math.min(threads, count) - 1;
        for (int h = 0; h < helpers; h++) {
            try {
                executor.execute(job::help);
            } catch (RejectedExecutionException e) {
                // The caller does what the executor does not want to.
                break;
            }
        }
        job.work();
        job.await();
    }

    private static final class Job {
        private final int count;
        private final Supplier<IntConsumer> worker;
        private final Progress progress;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicReference<Failure> failure = new AtomicReference<>();
        private final CountDownLatch done;

        private Job(int count, Supplier<IntConsumer> worker, Progress progress) {
            this.count = count;
            this.worker = worker;
            this.progress = progress;
            this.done = new CountDownLatch(count);
        }

        void help() {
            if (next.get() < count) {
                work();
            }
        }

        void work() {
            IntConsumer tasks = null;
            int task;
            while ((task = next.getAndIncrement()) < count) {
                try {
                    if (Thread.currentThread().isInterrupted()) {
                        throw new CancellationException("interrupted");
                    }
                    Failure failed = failure.get();
                    // A task below the one that failed may fail too, and it is the lowest that is told of.
                    if (failed == null || task < failed.task) {
                        if (tasks == null) {
                            tasks = worker.get();
                        }
                        tasks.accept(task);
                        progress.done(task + 1, count);
                    }
                } catch (RuntimeException | Error e) {
                    Failure mine = new Failure(task, e);
                    failure.accumulateAndGet(mine, Failure::first);
                } finally {
                    done.countDown();
                }
            }
        }

        void await() {
            boolean interrupted = false;
            while (true) {
                try {
                    done.await();
                    break;
                } catch (InterruptedException e) {
                    interrupted = true;
                    failure.compareAndSet(null, new Failure(count, new CancellationException("interrupted")));
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            Failure failed = failure.get();
            if (failed != null) {
                if (failed.cause instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) failed.cause;
            }
        }
    }

    private record Failure(int task, Throwable cause) {
        static Failure first(Failure a, Failure b) {
            return a == null || b.task < a.task ? b : a;
        }
    }
}
