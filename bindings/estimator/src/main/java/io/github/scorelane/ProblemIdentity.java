package io.github.scorelane;

import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.distribution.ProductDistribution;
import io.github.scorelane.engine.draw.UnivariateAsVector;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * The identity of a problem, which a checkpoint remembers to refuse any other.
 *
 * @param seed of the samples
 * @param estimator the kind of estimator, whose sums no other can go on with
 * @param distribution as it calls itself, for messages: not compared, for it may be another in the next JVM
 * @param hash of the names of its class and its marginals' classes, its dimension, its parameters and their names
 * @param baseline its name, with the constant if it has one
 * @param covariance whether the joint covariance is wanted
 */
record ProblemIdentity(long seed, String estimator, String distribution, byte[] hash, String baseline, boolean covariance) {
    static final int HASH = 32;
    private static final int SHOWN = 200;

    static ProblemIdentity of(String estimator, MultivariateDistribution distribution, EstimateRequest request, long seed) {
        Object drawn = distribution instanceof UnivariateAsVector one ? one.distribution() : distribution;
        String shown = drawn.toString();
        return new ProblemIdentity(seed, estimator, shown.length() > SHOWN ? shown.substring(0, SHOWN) + "…" : shown,
                hash(drawn, distribution), request.baseline().toString(), request.covariance());
    }

    private static byte[] hash(Object drawn, MultivariateDistribution distribution) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
        update(digest, drawn.getClass().getName());
        update(digest, Integer.toString(distribution.dimension()));
        if (distribution instanceof ProductDistribution product) {
            for (int d = 0; d < distribution.dimension(); d++) {
                update(digest, product.marginal(d).getClass().getName());
            }
        }
        distribution.parameterNames().forEach(name -> update(digest, name));
        for (double parameter : distribution.parameters()) {
            digest.update(ByteBuffer.allocate(Double.BYTES).order(ByteOrder.LITTLE_ENDIAN).putDouble(parameter).flip());
        }
        return digest.digest();
    }

    private static void update(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    /** Refuses to go on with another problem. */
    void requireSame(ProblemIdentity other) {
        if (!estimator.equals(other.estimator)) {
            throw new IllegalArgumentException("checkpoint is of the " + estimator + " estimator, and this is the "
                    + other.estimator + " estimator: go on with the one that it was taken from");
        }
        if (!Arrays.equals(hash, other.hash)) {
            throw new IllegalArgumentException(distribution.equals(other.distribution)
                    ? "checkpoint is of other parameters, or another class, of " + distribution
                    : "checkpoint is of " + distribution + ", and this estimator of " + other.distribution);
        }
        if (!baseline.equals(other.baseline)) {
            throw new IllegalArgumentException("checkpoint is of the baseline " + baseline + ", and this estimator has "
                    + other.baseline);
        }
        if (covariance != other.covariance) {
            throw new IllegalArgumentException(covariance
                    ? "checkpoint has sums for a covariance: call withCovariance() on the estimator"
                    : "checkpoint has no sums for a covariance: leave out withCovariance()");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProblemIdentity that && seed == that.seed && estimator.equals(that.estimator)
                && Arrays.equals(hash, that.hash) && baseline.equals(that.baseline) && covariance == that.covariance;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hash);
    }
}
