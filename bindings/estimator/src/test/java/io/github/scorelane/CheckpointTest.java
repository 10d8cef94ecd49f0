package io.github.scorelane;

import static io.github.scorelane.Refusals.refused;
import static io.github.scorelane.StoppingTest.assertSame;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.distribution.DiagonalNormal;
import io.github.scorelane.distribution.Independent;
import io.github.scorelane.distribution.LogNormal;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.distribution.TruncatedNormal;
import io.github.scorelane.distribution.UnivariateDistribution;
import io.github.scorelane.function.BatchFunction;
import io.github.scorelane.kernel.math.Exp;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests that a resumed run has the bits of one that was not interrupted, and that the checkpoint of another run is refused.
 */
@Tag("bits")
class CheckpointTest {
    private static final DoubleUnaryOperator CALL = x -> Math.max(0, x - 1);
    private static final BatchFunction PRODUCT = (x, n, f) -> {
        for (int s = 0; s < n; s++) {
            f[s] = Exp.exp(0.1 * x[0][s]) * x[1][s];
        }
    };
    private static final List<Baseline> BASELINES = List.of(Baseline.none(), Baseline.constant(0.75), Baseline.leaveOneOut(),
            Baseline.optimalConstant(), Baseline.automatic());

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void aResumedRunGivesTheBitsOfAnUnbrokenOne(int threads) {
        for (Baseline baseline : BASELINES) {
            for (boolean covariance : new boolean[] {false, true}) {
                var estimator = estimator().baseline(baseline);
                estimator = covariance ? estimator.withCovariance() : estimator;
                for (long n : new long[] {700, 1024, 1025, 2048, 3000, 4096, 4097, 5000, 8192, 70_001}) {
                    Estimate unbroken = estimator.samples(n).estimate(CALL);
                    for (Checkpoint checkpoint : checkpoints(estimator.samples(n).parallel(threads))) {
                        assertTrue(checkpoint.samples() <= n && checkpoint.samples() % 1024 == 0);
                        assertSame(unbroken, estimator.samples(n).parallel(threads).resume(CALL, checkpoint));
                        // A run may be resumed with more samples than it was to have, and on other threads.
                        assertSame(estimator.samples(n + 5000).estimate(CALL),
                                estimator.samples(n + 5000).parallel(3).resume(CALL, checkpoint));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void vectorsAreResumedToo(int threads) {
        var estimator = ScoreFunctionEstimator.of(DiagonalNormal.of(new double[] {0.1, -2, 3}, new double[] {1, 0.5, 2})).seed(43)
                .samples(30_000).withCovariance();
        List<Checkpoint> taken = new ArrayList<>();
        Estimate unbroken = estimator.parallel(threads).onProgress(p -> taken.add(p.checkpoint())).estimate(PRODUCT);
        assertSame(estimator.estimate(PRODUCT), unbroken);
        for (Checkpoint checkpoint : taken) {
            assertSame(unbroken, estimator.parallel(threads).resume(PRODUCT, checkpoint));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void aTargetIsMetWhereItWouldHaveBeen(int threads) {
        var estimator = estimator().until(Target.absolute(0.0002)).parallel(threads);
        Estimate unbroken = estimator.estimate(CALL);
        assertTrue(unbroken.samples() > 20_000);
        List<Checkpoint> taken = checkpoints(estimator);
        assertTrue(taken.size() > 3);
        for (Checkpoint checkpoint : taken) {
            Estimate resumed = estimator.resume(CALL, checkpoint);
            assertEquals(StopReason.TARGET, resumed.stopReason());
            assertSame(unbroken, resumed);
        }
        var fixed = estimator().until(Target.absolute(0.0002).unbiased());
        assertSame(fixed.estimate(CALL), fixed.resume(CALL, checkpoints(fixed).get(2)));
    }

    @Test
    void aCheckpointCanBeTakenOfAResumedRun() {
        Checkpoint first = checkpoints(estimator().samples(9000)).getFirst();
        List<Checkpoint> taken = new ArrayList<>();
        Estimate resumed = estimator().samples(40_000).onProgress(p -> taken.add(p.checkpoint())).resume(CALL, first);
        assertSame(estimator().samples(40_000).estimate(CALL), resumed);
        assertEquals("The first " + String.format("%,d", first.samples()) + " samples are those of a checkpoint, and not in the"
                + " elapsed time.", resumed.notes().getLast());
        for (Checkpoint checkpoint : taken) {
            assertSame(resumed, estimator().samples(40_000).resume(CALL, checkpoint));
        }
    }

    @Test
    void anEstimatorWithoutASeedTakesTheCheckpoints() {
        var estimator = ScoreFunctionEstimator.of(Normal.of(0.5, 1.2)).samples(20_000);
        List<Checkpoint> taken = new ArrayList<>();
        Estimate unbroken = estimator.onProgress(p -> taken.add(p.checkpoint())).estimate(CALL);
        assertEquals(unbroken.seed(), taken.getFirst().seed());
        assertSame(unbroken, estimator.resume(CALL, taken.getFirst()));
    }

    @Test
    void bytesMakeItAgain() throws IOException {
        for (Baseline baseline : BASELINES) {
            var estimator = estimator().samples(30_000).baseline(baseline).withCovariance();
            Checkpoint checkpoint = checkpoints(estimator).get(2);
            byte[] bytes = checkpoint.toBytes();
            assertTrue(bytes.length < 20_000);
            assertArrayEquals(bytes, Checkpoint.of(bytes).toBytes());
            assertEquals(checkpoint.toString(), Checkpoint.of(bytes).toString());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            checkpoint.write(out);
            out.write(77);
            ByteArrayInputStream in = new ByteArrayInputStream(out.toByteArray());
            assertSame(estimator.estimate(CALL), estimator.resume(CALL, Checkpoint.read(in)));
            assertEquals(77, in.read());
        }
    }

    @Test
    void everyDamageIsSeen() throws IOException {
        byte[] bytes = checkpoints(estimator().samples(9000)).getFirst().toBytes();
        for (int length = 0; length < bytes.length; length += length < 20 ? 1 : 37) {
            byte[] part = Arrays.copyOf(bytes, length);
            assertRefused("checkpoint is not complete: ", () -> Checkpoint.of(part));
            assertRefused("checkpoint is not complete: ", () -> Checkpoint.read(new ByteArrayInputStream(part)));
        }
        for (int i = 0; i < bytes.length; i++) {
            byte[] damaged = bytes.clone();
            damaged[i] ^= (byte) (1 << i % 8);
            // The first bit of the version makes version 2 of it, which is read, and whose checksum is another.
            String message = i < 8 ? "these bytes are no checkpoint" : i > 8 && i < 12 ? "checkpoint has version "
                    : i > 8 && i < 16 ? "checkpoint is " : "checkpoint is damaged: its checksum is not that of its bytes";
            assertRefused(message, () -> Checkpoint.of(damaged));
        }
        assertRefused("checkpoint is followed by something else: 1 bytes",
                () -> Checkpoint.of(Arrays.copyOf(bytes, bytes.length + 1)));
        // The lengths in the file are wrong, under a checksum that is right.
        for (int at = 16; at < bytes.length - 4; at++) {
            byte[] forged = bytes.clone();
            forged[at] = (byte) 0xff;
            CRC32C checksum = new CRC32C();
            checksum.update(forged, 0, forged.length - 4);
            ByteBuffer.wrap(forged).order(ByteOrder.LITTLE_ENDIAN).putInt(forged.length - 4, (int) checksum.getValue());
            try {
                estimator().samples(9000).resume(CALL, Checkpoint.of(forged));
            } catch (IllegalArgumentException e) {
                assertTrue(e.getMessage().startsWith("checkpoint "), e.getMessage());
            }
        }
    }

    @Test
    void anotherVersionIsRefused() {
        byte[] bytes = checkpoints(estimator().samples(9000)).getFirst().toBytes();
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(8, 1);
        refused("checkpoint has version 1, and this library reads versions 2 and 3: it was made by another release",
                () -> Checkpoint.of(bytes));
    }

    /** Version 2 did not name the estimator, for there was only one. */
    @Test
    void theVersionBeforeIsRead() {
        byte[] bytes = checkpoints(estimator().samples(9000)).getFirst().toBytes();
        Checkpoint old = Checkpoint.of(withEstimator(bytes, null));
        assertArrayEquals(bytes, old.toBytes());
        assertSame(estimator().samples(9000).estimate(CALL), estimator().samples(9000).resume(CALL, old));
    }

    @Test
    void anotherEstimatorIsRefused() {
        byte[] bytes = checkpoints(estimator().samples(9000)).getFirst().toBytes();
        assertArrayEquals(bytes, withEstimator(bytes, "score function"));
        Checkpoint other = Checkpoint.of(withEstimator(bytes, "pathwise"));
        refused("checkpoint is of the pathwise estimator, and this is the score function estimator: go on with the one that it was"
                + " taken from", () -> estimator().samples(9000).resume(CALL, other));
    }

    /** The same bytes with another name of the estimator, or, as version 2 had them, with none. */
    private static byte[] withEstimator(byte[] bytes, String estimator) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int distribution = 16 + 8 + ProblemIdentity.HASH + 1;
        int baseline = distribution + 4 + in.getInt(distribution);
        int place = baseline + 4 + in.getInt(baseline);
        int after = place + 4 + in.getInt(place);
        byte[] name = estimator == null ? new byte[0] : estimator.getBytes(StandardCharsets.UTF_8);
        int named = estimator == null ? 0 : 4 + name.length;
        ByteBuffer out = ByteBuffer.allocate(bytes.length - (after - place) + named).order(ByteOrder.LITTLE_ENDIAN);
        out.put(bytes, 0, place);
        if (estimator != null) {
            out.putInt(name.length).put(name);
        }
        out.put(bytes, after, bytes.length - after - 4);
        out.putInt(8, estimator == null ? 2 : 3).putInt(12, out.capacity() - 20);
        CRC32C checksum = new CRC32C();
        checksum.update(out.array(), 0, out.capacity() - 4);
        return out.putInt(out.capacity() - 4, (int) checksum.getValue()).array();
    }

    @Test
    void anotherProblemIsRefused() {
        Checkpoint checkpoint = checkpoints(estimator().samples(9000)).getFirst();
        String normal = "Normal(mean=0.5, standard deviation=1.2)";
        refused("checkpoint is of " + normal + ", and this estimator of Normal(mean=0.5, standard deviation=1.25)",
                () -> estimator().at(Normal.of(0.5, 1.25)).resume(CALL, checkpoint));
        refused("checkpoint is of " + normal + ", and this estimator of " + LogNormal.of(0.5, 1.2),
                () -> estimator().at(LogNormal.of(0.5, 1.2)).resume(CALL, checkpoint));
        refused("checkpoint is of seed 42, and this estimator has 43", () -> estimator().seed(43).resume(CALL, checkpoint));
        refused("checkpoint is of the baseline automatic, and this estimator has leave-one-out",
                () -> estimator().baseline(Baseline.leaveOneOut()).resume(CALL, checkpoint));
        refused("checkpoint has no sums for a covariance: leave out withCovariance()",
                () -> estimator().withCovariance().resume(CALL, checkpoint));
        Checkpoint withCovariance = checkpoints(estimator().samples(9000).withCovariance()).getFirst();
        refused("checkpoint has sums for a covariance: call withCovariance() on the estimator",
                () -> estimator().resume(CALL, withCovariance));
        refused("checkpoint has 8192 samples, more than the 8000 of this estimator",
                () -> estimator().samples(8000).resume(CALL, last(9000)));
        assertRefused("checkpoint is of another f, or of another distribution of the same parameters: the mean of f over the first"
                + " 1024 samples is ", () -> estimator().resume(x -> Math.max(0, x - 1.001), checkpoint));
        // A distribution that is the same but for rounding may come from another machine, and is accepted.
        Estimate almost = estimator().resume(x -> Math.max(0, x - 1) * (1 + 1e-14), checkpoint);
        assertEquals(estimator().estimate(CALL).value(), almost.value(), 1e-10);
    }

    /** Bounds are not parameters, so the first samples have to tell two such distributions apart. */
    @Test
    void anotherSupportIsRefused() {
        UnivariateDistribution wide = TruncatedNormal.of(0, 1, -2, 2);
        var estimator = ScoreFunctionEstimator.of(wide).seed(1).samples(9000);
        Checkpoint checkpoint = checkpoints(estimator).getFirst();
        assertRefused("checkpoint is of another f, or of another distribution of the same parameters",
                () -> estimator.at(TruncatedNormal.of(0, 1, -2, 1.5)).resume(CALL, checkpoint));
        assertSame(estimator.estimate(CALL), estimator.resume(CALL, checkpoint));
    }

    @Test
    void otherMarginalsAreRefused() {
        var estimator = ScoreFunctionEstimator.of(Independent.of(Normal.of(0, 1), Normal.of(0, 1))).seed(1).samples(9000);
        List<Checkpoint> taken = new ArrayList<>();
        estimator.onProgress(p -> taken.add(p.checkpoint())).estimate(PRODUCT);
        assertRefused("checkpoint is of Independent[", () -> estimator
                .at(Independent.of(Normal.of(0, 1), LogNormal.of(0, 1))).resume(PRODUCT, taken.getFirst()));
    }

    @Test
    void whatACheckpointCannotTellIsRefused() {
        var own = estimator().samples(9000).baseline(Baseline.function(i -> 1));
        String reason = assertThrows(IllegalStateException.class, () -> own.onProgress(Progress::checkpoint).estimate(CALL))
                .getMessage();
        assertEquals("there is no checkpoint with a baseline that is a function, for it could not tell which: take another"
                + " baseline", reason);
        Checkpoint checkpoint = checkpoints(estimator().samples(9000)).getFirst();
        refused("baseline is a function, and a checkpoint cannot tell which: take another baseline",
                () -> own.resume(CALL, checkpoint));
        double[] many = new double[2049];
        Arrays.fill(many, 1);
        assertRefused("number of coordinates is above 2048, where a run has no stages", () -> ScoreFunctionEstimator
                .of(DiagonalNormal.of(many, many)).samples(9000).resume(x -> 1, checkpoint));
        assertRefused("importance sampling has no stages", () -> estimator().samples(9000)
                .importance(ImportanceSampling.from(Normal.of(0, 2))).resume(CALL, checkpoint));
    }

    private static Checkpoint last(long samples) {
        return checkpoints(estimator().samples(samples)).getLast();
    }

    private static List<Checkpoint> checkpoints(ScoreFunctionEstimator<DoubleUnaryOperator> estimator) {
        List<Checkpoint> taken = new ArrayList<>();
        estimator.onProgress(progress -> taken.add(progress.checkpoint())).estimate(CALL);
        return taken;
    }

    private static ScoreFunctionEstimator<DoubleUnaryOperator> estimator() {
        return ScoreFunctionEstimator.of(Normal.of(0.5, 1.2)).seed(42);
    }

    private static void assertRefused(String beginning, Executable call) {
        String message = assertThrows(IllegalArgumentException.class, call).getMessage();
        assertTrue(message.startsWith(beginning), message);
    }
}
