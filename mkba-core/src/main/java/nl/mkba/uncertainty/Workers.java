package nl.mkba.uncertainty;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * Where work is done: in the caller's thread, and beside it on as many threads of the caller's executor as the caller
 * allows. Nothing that is calculated depends on it.
 *
 * <p>Work can be cancelled: by interrupting the thread that called, or by a condition
 * ({@link #cancelledWhen}). The call then ends with a {@link CancelledException} within a fraction of a second, and when it ends no
 * thread works on.
 */
public final class Workers implements Cancellation {

    private static final Workers CALLER = new Workers(Runnable::run, 1, (done, of) -> {}, () -> false);

    private final Executor executor;
    private final int threads;
    private final Progress progress;
    private final BooleanSupplier cancelled;

    private Workers(Executor executor, int threads, Progress progress, BooleanSupplier cancelled) {
        this.executor = executor;
        this.threads = threads;
        this.progress = progress;
        this.cancelled = cancelled;
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

    /** {@return workers that do everything in the caller's thread} */
    public static Workers callerOnly() {
        return CALLER;
    }

    /**
     * {@return workers on an executor}
     *
     * @param executor runs the other threads' part of the work; may refuse
     * @param threads how many threads to use, the caller's own among them; at least 1
     * @throws IllegalArgumentException if there is not at least 1 thread
     */
    public static Workers on(Executor executor, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("The number of threads (" + threads + ") must be at least 1");
        }
        return new Workers(executor, threads, CALLER.progress, CALLER.cancelled);
    }

    /**
     * {@return the same workers, of which {@code watcher} sees how far each step is; a calculation has several}
     *
     * @param watcher told of every task that is done
     */
    public Workers watchedBy(Progress watcher) {
        return new Workers(executor, threads, watcher, cancelled);
    }

    /**
     * {@return the same workers, whose work ends with a {@link CancelledException} once a condition holds, such as that a time is over:
     * {@code workers.cancelledWhen(() -> System.nanoTime() - begin > limit)}}
     *
     * @param condition asked often, by every thread; to answer at once, and to stay true
     */
    public Workers cancelledWhen(BooleanSupplier condition) {
        BooleanSupplier before = cancelled;
        return new Workers(executor, threads, progress, () -> before.getAsBoolean() || condition.getAsBoolean());
    }

    /** Between steps: whether the calling thread was interrupted, or the condition holds. */
    @Override
    public void throwIfCancelled() {
        if (Thread.currentThread().isInterrupted() || cancelled.getAsBoolean()) {
            throw new CancelledException(CANCELLED);
        }
    }

    private static final String CANCELLED = "The work was cancelled";

    /**
     * Does the tasks 0 … {@code count} − 1, each once. An exception of a task is thrown when all others that had started are
     * done; of several that of the lowest task that was seen.
     *
     * @param count how many tasks there are; 0 or more
     * @param worker makes what does the tasks, one for each thread
     * @throws CancelledException if the work is cancelled
     */
    public void run(int count, Supplier<IntConsumer> worker) {
        run(count, cancellation -> worker.get());
    }

    /**
     * The same for tasks that take long, which are to ask now and then whether they are still wanted.
     *
     * @param count how many tasks there are; 0 or more
     * @param worker makes what does the tasks, one for each thread, and is handed whom to ask
     * @throws CancelledException if the work is cancelled
     */
    public void run(int count, Function<Cancellation, IntConsumer> worker) {
        Job job = new Job(count, worker, progress, cancelled);
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

    private static final class Job implements Cancellation {
        private final int count;
        private final Function<Cancellation, IntConsumer> worker;
        private final Progress progress;
        private final BooleanSupplier cancelled;
        private final Thread caller = Thread.currentThread();
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicReference<Failure> failure = new AtomicReference<>();
        private final CountDownLatch done;
        private volatile boolean stopped;

        private Job(
                int count, Function<Cancellation, IntConsumer> worker, Progress progress, BooleanSupplier cancelled) {
            this.count = count;
            this.worker = worker;
            this.progress = progress;
            this.cancelled = cancelled;
            this.done = new CountDownLatch(count);
        }

        /** A helper that is interrupted, as by its pool's end, stops the work as much as the caller. */
        private boolean isStopped() {
            if (!stopped
                    && (caller.isInterrupted() || Thread.currentThread().isInterrupted() || cancelled.getAsBoolean())) {
                stopped = true;
            }
            return stopped;
        }

        @Override
        public void throwIfCancelled() {
            if (isStopped()) {
                throw new CancelledException(CANCELLED);
            }
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
                    Failure failed = failure.get();
                    // A task below the one that failed may fail too, and it is the lowest that is told of.
                    if (!isStopped() && (failed == null || task < failed.task)) {
                        if (tasks == null) {
                            tasks = worker.apply(this);
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
                    stopped = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            throwIfCancelled();
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
