package io.github.scorelane;

import io.github.scorelane.engine.run.RunState;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;

/**
 * A checkpoint keeps where a run stood: {@link ScoreFunctionEstimator#resume(Object, Checkpoint)} goes on from there, to the same
 * bits as if it had not been broken off. Its size depends on the number of parameters, and hardly on that of samples. Immutable.
 *
 * <pre>{@code
 *     var estimator = ScoreFunctionEstimator.of(Normal.of(0.5, 1.2)).samples(1L << 40).seed(42)
 *         .onProgress(progress -> save(progress.checkpoint().toBytes()));
 *     Estimate estimate = estimator.estimate(f);
 *     // later, if that was interrupted:
 *     Estimate same = estimator.resume(f, Checkpoint.of(saved));
 * }</pre>
 *
 * <p>It holds the sums of the samples so far, the seed and the kind of estimator, but neither f nor the distribution. Those, the
 * baseline and the wish for a covariance have to be the same: as far as names, parameters, and the mean of f over the first 1024
 * samples tell, others are refused. The number of threads, the target and the listener may be others.
 *
 * <p>The format is little-endian: the eight bytes "SCORELNE", a version, the number of bytes that follow, those, and their CRC-32C.
 * This is version 3; version 2 is read too.
 */
public final class Checkpoint {
    private final ProblemIdentity identity;
    private final RunState state;

    Checkpoint(ProblemIdentity identity, RunState state) {
        this.identity = identity;
        this.state = state;
    }

    /**
     * Reads what {@link #toBytes()} made.
     *
     * @param bytes the checkpoint, and nothing else
     * @return it
     * @throws IllegalArgumentException if it is no checkpoint, one of another version, damaged, or not complete
     */
    public static Checkpoint of(byte[] bytes) {
        return CheckpointFormat.read(bytes);
    }

    /**
     * Reads what {@link #write(OutputStream)} wrote, and no byte more.
     *
     * @param in where it is read from
     * @return the checkpoint
     * @throws IOException if reading fails
     * @throws IllegalArgumentException if it is no checkpoint, one of another version, damaged, or not complete
     */
    public static Checkpoint read(InputStream in) throws IOException {
        return CheckpointFormat.read(in);
    }

    /**
     * Writes the checkpoint into an array.
     *
     * @return a new array
     * @throws IllegalStateException if there would be more than 2^31 − 9, as with the covariance of very many parameters
     */
    public byte[] toBytes() {
        return CheckpointFormat.bytes(identity, state);
    }

    /**
     * Writes the checkpoint to a stream.
     *
     * @param out where to; it is neither flushed nor closed
     * @throws IOException if writing fails
     * @throws IllegalStateException if it has more than 2^31 − 9 bytes
     */
    public void write(OutputStream out) throws IOException {
        out.write(toBytes());
    }

    /**
     * Returns the number of samples that are in it.
     *
     * @return a multiple of 1024
     */
    public long samples() {
        return state.samples();
    }

    /**
     * Returns the seed of the run.
     *
     * @return the user's, or the fresh one that was taken
     */
    public long seed() {
        return identity.seed();
    }

    ProblemIdentity identity() {
        return identity;
    }

    RunState state() {
        return state;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "Checkpoint(%,d samples, seed %d, %s)", samples(), seed(), identity.distribution());
    }
}
