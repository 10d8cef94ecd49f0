package io.github.scorelane.distribution;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.stream.SplitStream;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.DiscreteDistribution;

/**
 * A distribution of Apache Commons Statistics, to which a user adds the scores that Commons does not have:
 *
 * <pre>
 *     CommonsDistribution.ofContinuous(List.of("shape", "scale"), p -&gt; NakagamiDistribution.of(p[0], p[1]),
 *             (x, p, gradient) -&gt; …, 2.5, 1);
 * </pre>
 *
 * <p>Draws come from Commons' own samplers, one for each range of draws. The random words that a sampler is given are those
 * of the draw: the first is word e of the stream, and any others are words e of the streams that are reserved for samplers.
 * So draw e is a function of the stream and e, whatever was drawn before. A sampler that keeps something from one draw to the
 * next, such as the second of a pair of normal numbers, would break that, and is refused: its first 64 draws are compared
 * with those of fresh samplers.
 *
 * <p>A draw costs 2 to 5 ns more than Commons' sampler does on its own fastest generators (measured: Lévy 9 ns, Nakagami 20
 * ns, a Cauchy variable 13 ns), because samples are drawn one at a time; this library's own families draw in SIMD. The bits
 * are those of Commons, which uses {@link Math}, and so may differ between machines.
 *
 * <p>Commons Statistics is an optional dependency: an application that uses this class has to have
 * {@code commons-statistics-distribution} among its own (and {@code requires org.apache.commons.statistics.distribution} in
 * its module). An application that does not use this class runs without it.
 */
@SuppressWarnings("exports") // Commons Statistics is required statically: its types are there for those who require the module
public final class CommonsDistribution implements UnivariateDistribution, HasInverseCdf, Serializable {
    private static final int COMPARED = 64;

    private final List<String> names;
    private final double[] values;
    private final Factory factory;
    private final transient Law law;
    private final Score score;

    /** A user's function that computes the scores at one point. */
    @FunctionalInterface
    public interface Score extends Serializable {
        /**
         * Computes the derivatives of log p(x; θ) with respect to each parameter.
         *
         * @param x the point
         * @param parameters θ; not to be changed
         * @param gradient array that receives the derivatives, one for each parameter; it is filled with NaN before
         */
        void gradLogPdf(double x, double[] parameters, double[] gradient);
    }

    /** The functions that Commons' continuous and discrete distributions have in common, though not by a common type. */
    private interface Law {
        double logPdf(double x);

        double inverseCdf(double p);

        DoubleSupplier sampler(UniformRandomProvider words);
    }

    /** Makes the law of its parameters. It can be serialised if the user's factory can be. */
    private interface Factory extends Function<double[], Law>, Serializable {}

    private CommonsDistribution(List<String> names, double[] values, Factory factory, Score score) {
        Parameters.requireCount(values.length, names.size());
        for (int p = 0; p < values.length; p++) {
            Parameters.requireFinite(names.get(p), values[p]);
        }
        this.names = names;
        this.values = values;
        this.factory = factory;
        this.score = score;
        law = factory.apply(values.clone());
        requireIndependentDraws();
    }

    /**
     * Creates a continuous distribution of Commons Statistics.
     *
     * @param parameterNames names of its parameters
     * @param factory makes the distribution of its parameters, and refuses those out of range by an
     *     {@link IllegalArgumentException}, as Commons does
     * @param score the scores
     * @param parameters θ, finite
     * @return the distribution
     * @throws IllegalArgumentException if the parameters are not as many as their names, or one is out of range, or the
     *     distribution's sampler keeps something from one draw to the next
     */
    public static CommonsDistribution ofContinuous(List<String> parameterNames,
            Function<double[], ? extends ContinuousDistribution> factory, Score score, double... parameters) {
        return new CommonsDistribution(List.copyOf(parameterNames), parameters.clone(),
                p -> new Continuous(factory.apply(p)), score);
    }

    /**
     * Creates a discrete distribution of Commons Statistics, whose values are whole numbers that are an {@code int}.
     *
     * @param parameterNames names of its parameters
     * @param factory makes the distribution of its parameters, and refuses those out of range by an
     *     {@link IllegalArgumentException}, as Commons does
     * @param score the scores
     * @param parameters θ, finite
     * @return the distribution
     * @throws IllegalArgumentException if the parameters are not as many as their names, or one is out of range, or the
     *     distribution's sampler keeps something from one draw to the next
     */
    public static CommonsDistribution ofDiscrete(List<String> parameterNames,
            Function<double[], ? extends DiscreteDistribution> factory, Score score, double... parameters) {
        return new CommonsDistribution(List.copyOf(parameterNames), parameters.clone(),
                p -> new Discrete(factory.apply(p)), score);
    }

    /** Makes the law anew where this distribution was serialised, for the distributions of Commons are not serialisable. */
    private Object readResolve() {
        return new CommonsDistribution(names, values, factory, score);
    }

    private void requireIndependentDraws() {
        WordsOfDraw words = new WordsOfDraw(SplitStream.of(1));
        DoubleSupplier sampler = law.sampler(words);
        for (int e = 0; e < COMPARED; e++) {
            words.begin(e);
            double x = sampler.getAsDouble();
            words.begin(e);
            DoubleSupplier fresh = law.sampler(words);
            words.begin(e);
            double alone = fresh.getAsDouble();
            if (Double.compare(x, alone) != 0) {
                throw new IllegalArgumentException("distribution's sampler keeps something from one draw to the next: of the words"
                        + " of draw " + e + " it makes " + x + ", a fresh one makes " + alone + ": " + law);
            }
        }
    }

    @Override
    public List<String> parameterNames() {
        return names;
    }

    @Override
    public double[] parameters() {
        return values.clone();
    }

    @Override
    public CommonsDistribution withParameters(double... parameters) {
        return new CommonsDistribution(names, parameters.clone(), factory, score);
    }

    @Override
    public void sample(SplitStream stream, long first, double[] x, int offset, int length) {
        ArrayRange.check("x", x.length, offset, length);
        WordsOfDraw words = new WordsOfDraw(stream);
        DoubleSupplier sampler = law.sampler(words);
        for (int i = 0; i < length; i++) {
            words.begin(first + i);
            x[offset + i] = sampler.getAsDouble();
        }
    }

    @Override
    public void logPdf(double[] x, int offset, double[] logPdf, int logPdfOffset, int length) {
        ArrayRange.check("x", x.length, offset, length);
        ArrayRange.check("logPdf", logPdf.length, logPdfOffset, length);
        for (int i = 0; i < length; i++) {
            logPdf[logPdfOffset + i] = law.logPdf(x[offset + i]);
        }
    }

    @Override
    public void gradLogPdf(double[] x, int offset, double[][] gradient, int gradientOffset, int length) {
        ArrayRange.check("x", x.length, offset, length);
        Family.requireRows("gradient", gradient, values.length, gradientOffset, length);
        double[] parameters = values.clone();
        double[] one = new double[values.length];
        for (int i = 0; i < length; i++) {
            Arrays.fill(one, Double.NaN);
            score.gradLogPdf(x[offset + i], parameters, one);
            for (int p = 0; p < one.length; p++) {
                gradient[p][gradientOffset + i] = one[p];
            }
        }
    }

    @Override
    public void inverseCdf(double[] p, int pOffset, double[] x, int xOffset, int length) {
        ArrayRange.check("p", p.length, pOffset, length);
        ArrayRange.check("x", x.length, xOffset, length);
        for (int i = 0; i < length; i++) {
            double probability = p[pOffset + i];
            x[xOffset + i] = probability >= 0 && probability <= 1 ? law.inverseCdf(probability) : Double.NaN;
        }
    }

    @Override
    public String toString() {
        StringJoiner all = new StringJoiner(", ", law + "(", ")");
        for (int p = 0; p < values.length; p++) {
            all.add(names.get(p) + "=" + values[p]);
        }
        return all.toString();
    }

    /**
     * The source of random words that a sampler of Commons is given. For draw e it returns word e of the stream, and then
     * words e of the stream's reserved streams, so that a draw depends on nothing that was drawn before it.
     */
    private static final class WordsOfDraw implements UniformRandomProvider {
        private final SplitStream stream;
        private long draw;
        private int taken;

        WordsOfDraw(SplitStream stream) {
            this.stream = stream;
        }

        void begin(long e) {
            draw = e;
            taken = 0;
        }

        @Override
        public long nextLong() {
            int k = taken++;
            return k == 0 ? stream.word(draw) : stream.reservedWord(k - 1, draw);
        }
    }

    private record Continuous(ContinuousDistribution distribution) implements Law {
        @Override
        public double logPdf(double x) {
            return distribution.logDensity(x);
        }

        @Override
        public double inverseCdf(double p) {
            return distribution.inverseCumulativeProbability(p);
        }

        @Override
        public DoubleSupplier sampler(UniformRandomProvider words) {
            return distribution.createSampler(words)::sample;
        }

        @Override
        public String toString() {
            return distribution.getClass().getSimpleName();
        }
    }

    private record Discrete(DiscreteDistribution distribution) implements Law {
        @Override
        public double logPdf(double x) {
            int whole = (int) x;
            return whole == x ? distribution.logProbability(whole) : Double.NEGATIVE_INFINITY;
        }

        @Override
        public double inverseCdf(double p) {
            return distribution.inverseCumulativeProbability(p);
        }

        @Override
        public DoubleSupplier sampler(UniformRandomProvider words) {
            return distribution.createSampler(words)::sample;
        }

        @Override
        public String toString() {
            return distribution.getClass().getSimpleName();
        }
    }
}
