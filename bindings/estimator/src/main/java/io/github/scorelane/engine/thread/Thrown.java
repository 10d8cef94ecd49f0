package io.github.scorelane.engine.thread;

import io.github.scorelane.function.EvaluationException;
import io.github.scorelane.kernel.Workspace;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/** Care for what functions of the user's throw: their words may throw as well, and they may have swallowed an interruption. */
public final class Thrown {
    /** Causes that are looked through: an exception may be, over others, its own. */
    private static final int MOST_CAUSES = 32;

    private Thrown() {}

    /** An exception in words; one that has none, because its own method throws, by its class. */
    public static String words(Throwable thrown) {
        try {
            return thrown.toString();
        } catch (Throwable e) {
            return thrown.getClass().getName() + " (whose toString() threw " + e.getClass().getName() + ")";
        }
    }

    /**
     * Sets the thread's interrupt flag again where the exception is an {@link InterruptedException}, or one is among its causes:
     * when that was thrown, the flag was cleared. To be called in the thread that threw.
     */
    public static void restoreInterruption(Throwable thrown) {
        try {
            Throwable cause = thrown;
            for (int i = 0; i < MOST_CAUSES && cause != null; i++) {
                if (cause instanceof InterruptedException) {
                    Thread.currentThread().interrupt();
                    return;
                }
                cause = cause.getCause();
            }
        } catch (Throwable e) {
            System.getLogger(Thrown.class.getName()).log(System.Logger.Level.DEBUG, "causes are not known", e);
        }
    }

    /** The end of a run whose caller was interrupted. */
    static CancellationException cancellation(Throwable cause) {
        CancellationException cancellation = new CancellationException("the estimate was interrupted");
        cancellation.initCause(cause);
        return cancellation;
    }

    /**
     * Runs what evaluates a function, and ends with a cancellation where that threw because the calling thread was interrupted.
     * Whatever is thrown, the thread's kernels have then given back all arrays that they work in.
     *
     * @param run what is run
     * @param <T> what it makes
     * @return that
     * @throws CancellationException if the function threw, and the thread is interrupted
     */
    public static <T> T orCancelled(Supplier<T> run) {
        Workspace workspace = Workspace.ofThread();
        long mark = workspace.mark();
        try {
            return run.get();
        } catch (EvaluationException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw cancellation(e);
            }
            throw e;
        } finally {
            workspace.giveBackTo(mark);
        }
    }
}
