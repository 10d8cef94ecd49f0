package io.github.scorelane.engine.thread;

import io.github.scorelane.function.EvaluationException;
import io.github.scorelane.kernel.Workspace;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/**
 * Careful handling of exceptions from functions that users wrote. Such an exception may throw again when it is asked for its text,
 * and it may hide that the thread was interrupted. Nothing here throws because of what an exception does.
 */
public final class Thrown {
    /** Most causes that are looked through, because a chain of causes may be a circle. */
    private static final int MOST_CAUSES = 32;

    private Thrown() {}

    /** Returns an exception's text, or, where its own {@code toString} throws, the names of both classes. */
    public static String words(Throwable thrown) {
        try {
            return thrown.toString();
        } catch (Throwable e) {
            return thrown.getClass().getName() + " (whose toString() threw " + e.getClass().getName() + ")";
        }
    }

    /**
     * Sets the thread's interrupt flag again where the exception is an {@link InterruptedException} or has one among its causes,
     * because the flag was cleared when that was thrown. It has to be called in the thread that threw.
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

    /** Creates the exception that ends a run whose caller was interrupted. */
    static CancellationException cancellation(Throwable cause) {
        CancellationException cancellation = new CancellationException("the estimate was interrupted");
        cancellation.initCause(cause);
        return cancellation;
    }

    /**
     * Runs code that evaluates a user's function, and turns a failure of the function into a cancellation where the calling thread
     * is interrupted: the interruption then is the likely reason. Whatever is thrown, all arrays that kernels borrowed from the
     * thread's workspace are given back, because the code that borrowed them cannot do so any more.
     *
     * @param run evaluates the function
     * @param <T> the type of the result
     * @return the result
     * @throws CancellationException if the function threw and the thread is interrupted
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
