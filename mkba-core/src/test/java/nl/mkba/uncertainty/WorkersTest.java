package nl.mkba.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class WorkersTest {

    private final ExecutorService threads = Executors.newFixedThreadPool(3);

    @AfterEach
    void stop() {
        threads.shutdownNow();
        assertThat(Thread.interrupted()).isFalse();
    }

    /** Tasks that end only when they are no longer wanted: the first to begin says so, and then none is at work. */
    @Test
    void aConditionEndsWorkThatIsUnderWay() {
        AtomicBoolean cancelled = new AtomicBoolean();
        AtomicInteger atWork = new AtomicInteger();
        AtomicInteger begun = new AtomicInteger();
        Workers workers = Workers.on(threads, 3).cancelledWhen(cancelled::get);
        assertThatThrownBy(() -> workers.run(1000, cancellation -> task -> {
                    begun.incrementAndGet();
                    atWork.incrementAndGet();
                    try {
                        cancelled.set(true);
                        while (true) {
                            cancellation.throwIfCancelled();
                        }
                    } finally {
                        atWork.decrementAndGet();
                    }
                }))
                .isInstanceOf(CancelledException.class);
        assertThat(atWork).hasValue(0);
        assertThat(begun).hasValueLessThanOrEqualTo(3);
    }

    /** The caller waits for helpers that work until they are told to stop; interrupting the caller tells them. */
    @Test
    void interruptingTheCallerEndsTheWorkOfItsHelpers() throws Exception {
        CountDownLatch everybodyAtWork = new CountDownLatch(3);
        AtomicInteger atWork = new AtomicInteger();
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        AtomicBoolean stillInterrupted = new AtomicBoolean();
        Thread caller = new Thread(() -> {
            try {
                Workers.on(threads, 3).run(3, cancellation -> task -> {
                    atWork.incrementAndGet();
                    everybodyAtWork.countDown();
                    try {
                        while (true) {
                            cancellation.throwIfCancelled();
                        }
                    } finally {
                        atWork.decrementAndGet();
                    }
                });
            } catch (CancelledException e) {
                thrown.set(e);
                stillInterrupted.set(Thread.currentThread().isInterrupted());
            }
        });
        caller.start();
        everybodyAtWork.await();
        caller.interrupt();
        caller.join();
        assertThat(thrown.get()).isInstanceOf(CancelledException.class);
        assertThat(stillInterrupted).isTrue();
        assertThat(atWork).hasValue(0);
    }

    /** The caller has nothing left to do itself and waits: that is when it is interrupted. */
    @Test
    void aCallerThatWaitsIsInterruptedToo() throws Exception {
        CountDownLatch helperAtWork = new CountDownLatch(1);
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread caller = new Thread(() -> {
            Thread me = Thread.currentThread();
            try {
                Workers.on(threads, 2).run(2, cancellation -> task -> {
                    if (Thread.currentThread() == me) {
                        await(helperAtWork);
                        return;
                    }
                    helperAtWork.countDown();
                    while (true) {
                        cancellation.throwIfCancelled();
                    }
                });
            } catch (CancelledException e) {
                thrown.set(e);
            }
        });
        caller.start();
        helperAtWork.await();
        while (caller.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        caller.interrupt();
        caller.join();
        assertThat(thrown.get()).isInstanceOf(CancelledException.class);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whatIsCancelledBeforehandIsNotBegun() {
        AtomicInteger begun = new AtomicInteger();
        Workers workers = Workers.callerOnly().cancelledWhen(() -> true);
        assertThatThrownBy(() -> workers.run(10, () -> task -> begun.incrementAndGet()))
                .isInstanceOf(CancelledException.class);
        assertThatThrownBy(workers::throwIfCancelled).isInstanceOf(CancelledException.class);
        assertThat(begun).hasValue(0);
    }

    /** Either of two conditions is enough; watching changes nothing about it. */
    @Test
    void conditionsAddUp() {
        AtomicBoolean first = new AtomicBoolean();
        AtomicBoolean second = new AtomicBoolean();
        Workers workers = Workers.on(threads, 2)
                .cancelledWhen(first::get)
                .cancelledWhen(second::get)
                .watchedBy((done, of) -> {});
        workers.run(4, () -> task -> {});
        second.set(true);
        assertThatThrownBy(() -> workers.run(4, () -> task -> {})).isInstanceOf(CancelledException.class);
        second.set(false);
        first.set(true);
        assertThatThrownBy(() -> workers.run(4, () -> task -> {})).isInstanceOf(CancelledException.class);
    }

    @Test
    void aMistakeInATaskIsToldOfWhereNothingIsCancelled() {
        assertThatThrownBy(() -> Workers.on(threads, 3).run(100, () -> task -> {
                    throw new IllegalStateException("task " + task);
                }))
                .isInstanceOf(IllegalStateException.class);
    }
}
