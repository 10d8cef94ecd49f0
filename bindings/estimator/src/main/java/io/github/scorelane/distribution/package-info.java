/**
 * Families of distributions: what an estimate draws from and takes scores of.
 *
 * <p>Each family is a class with a factory {@code of(…)}, named and parameterised as in Commons Statistics. Instances are immutable
 * values, at fixed parameters:
 *
 * {@snippet :
 * Gamma gamma = Gamma.of(2.5, 1.3);                                 // by shape and scale
 * List<String> names = gamma.parameterNames();                      // the order of every gradient
 * Gamma moved = gamma.withParameters(2.6, 1.3);
 * UnivariateDistribution free = gamma.unconstrained();              // by ln shape and ln scale, for an optimiser
 * Independent vector = Independent.of(gamma, Normal.of(0, 1));      // two independent coordinates
 *
 * double[] x = new double[1000];
 * gamma.sample(SplitStream.of(42), 0, x, 0, x.length);              // draws 0 … 999 of the stream
 * }
 *
 * <h2>Where to begin</h2>
 *
 * <ul>
 *   <li>{@link io.github.scorelane.distribution.UnivariateDistribution} is a distribution of one number,
 *   {@link io.github.scorelane.distribution.MultivariateDistribution} one of a vector, and
 *   {@link io.github.scorelane.distribution.ConditionalDistribution} a family whose parameters differ from row to row.</li>
 *   <li>Vectors of independent coordinates are {@link io.github.scorelane.distribution.DiagonalNormal} and
 *   {@link io.github.scorelane.distribution.Independent}; dependent ones {@link
 *   io.github.scorelane.distribution.MultivariateNormal},
 *   {@link io.github.scorelane.distribution.Dirichlet}, {@link io.github.scorelane.distribution.Multinomial} and
 *   {@link io.github.scorelane.distribution.PlackettLuce}.</li>
 *   <li>What only some families have is an interface each: {@link io.github.scorelane.distribution.HasInverseCdf} quantiles, for
 *   sampling plans; {@link io.github.scorelane.distribution.HasFisherInformation}, for natural gradients;
 *   {@link io.github.scorelane.distribution.HasHessian} and {@link io.github.scorelane.distribution.HasVectorHessian}, for second
 *   derivatives; {@link io.github.scorelane.distribution.HasUnconstrainedForm} parameters that are any real numbers;
 *   {@link io.github.scorelane.distribution.HasLogisticForm} and {@link io.github.scorelane.distribution.HasAtoms}, for surrogates
 *   of f.</li>
 *   <li>{@link io.github.scorelane.distribution.CommonsDistribution} makes a family of any distribution of Commons Statistics and
 *   its scores.</li>
 * </ul>
 *
 * <h2>Your own family</h2>
 *
 * A family is a class that implements {@link io.github.scorelane.distribution.UnivariateDistribution}: draws, log densities,
 * and their derivatives by each parameter. The Maxwell distribution has log p(x; a) = ½ ln(2/π) + 2 ln x − 3 ln a − x²/(2a²),
 * and so the score ((x/a)² − 3)/a:
 *
 * {@snippet :
 * record Maxwell(double scale) implements UnivariateDistribution {
 *     Maxwell {
 *         if (!(scale > 0)) {
 *             throw new IllegalArgumentException("scale is not strictly positive: " + scale);
 *         }
 *     }
 *
 *     @Override
 *     public List<String> parameterNames() {
 *         return List.of("scale");
 *     }
 *
 *     @Override
 *     public double[] parameters() {
 *         return new double[] {scale};
 *     }
 *
 *     @Override
 *     public Maxwell withParameters(double... parameters) {
 *         if (parameters.length != 1) {
 *             throw new IllegalArgumentException("number of parameters is not 1: " + parameters.length);
 *         }
 *         return new Maxwell(parameters[0]);
 *     }
 *
 *     @Override
 *     public void sample(SplitStream stream, long first, double[] x, int offset, int length) {
 *         double[][] z = new double[3][length];
 *         for (int d = 0; d < 3; d++) {
 *             Normal.of(0, scale).sample(stream.substream(d), first, z[d], 0, length);
 *         }
 *         for (int i = 0; i < length; i++) {
 *             x[offset + i] = Math.sqrt(z[0][i] * z[0][i] + z[1][i] * z[1][i] + z[2][i] * z[2][i]);
 *         }
 *     }
 *
 *     @Override
 *     public void logPdf(double[] x, int offset, double[] logPdf, int logPdfOffset, int length) {
 *         double constant = 0.5 * Log.log(2 / Math.PI) - 3 * Log.log(scale);
 *         for (int i = 0; i < length; i++) {
 *             double z = x[offset + i] / scale;
 *             logPdf[logPdfOffset + i] = 2 * Log.log(x[offset + i]) + constant - 0.5 * z * z;
 *         }
 *     }
 *
 *     @Override
 *     public void gradLogPdf(double[] x, int offset, double[][] gradient, int gradientOffset, int length) {
 *         for (int i = 0; i < length; i++) {
 *             double z = x[offset + i] / scale;
 *             gradient[0][gradientOffset + i] = (z * z - 3) / scale;
 *         }
 *     }
 * }
 * }
 *
 * <p>What it has to keep to:
 * <ul>
 *   <li>Draw e is a function of the stream and e alone: of {@code stream.word(e)} or {@code stream.uniform(e)}, or of draw e of
 *   another family. What needs more words takes word e of {@code stream.substream(0)}, {@code stream.substream(1)}, …; two
 *   families on one stream share their words.</li>
 *   <li>Instances are immutable, and are used by several threads. Arrays are at most 1,024 long in an estimate.</li>
 *   <li>A parameter must not move the support, where the density is not 0: such a one has no score.</li>
 *   <li>For the same bits on every machine: {@link io.github.scorelane.kernel.math} or {@link java.lang.StrictMath}, not
 *       {@link java.lang.Math}, but for {@code sqrt}, {@code fma} and {@code abs}. {@link io.github.scorelane.kernel.math.Fma} has
 *       the bits of the JDK's {@code fma}, and is fast also where the hardware has none.</li>
 *   <li>Scores are written by hand. A family with {@code logPdf} alone draws, but its gradients are refused: finite differences
 *   would bias them by more than their standard errors say.</li>
 * </ul>
 *
 * <p>{@code ScoreCheck.verify(new Maxwell(1.3))} in a unit test finds most of what can be wrong with it
 * ({@link io.github.scorelane.check.ScoreCheck}). A family of Commons Statistics needs its scores only:
 * {@link io.github.scorelane.distribution.CommonsDistribution}.
 */
package io.github.scorelane.distribution;
