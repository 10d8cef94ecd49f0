package io.github.scorelane.distribution;

import io.github.scorelane.kernel.family.StudentTKernel;
import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * Student's t distribution has the parameters ν ("degrees of freedom"), which need not be a whole number, μ ("location") and
 * σ ("scale"). With z = (x − μ)/σ its density is Γ((ν + 1)/2)/(Γ(ν/2)·√(νπ)·σ)·(1 + z²/ν)^(−(ν + 1)/2).
 *
 * <p>The scores are ½·(ψ((ν + 1)/2) − ψ(ν/2) − 1/ν − ln(1 + z²/ν) + (ν + 1)·z²/(ν·(ν + z²))), (ν + 1)·z/(σ·(ν + z²)) and
 * ν·(z² − 1)/(σ·(ν + z²)), where ψ is the digamma function. The first keeps its digits even where ν is large and its terms
 * nearly cancel. The Fisher information of μ and σ is diag((ν + 1)/(ν + 3), 2ν/(ν + 3))/σ²; that of ν is
 * ¼·(ψ′(ν/2) − ψ′((ν + 1)/2)) − (ν + 5)/(2ν·(ν + 1)·(ν + 3)), and that of ν and σ −2/((ν + 1)·(ν + 3)·σ).
 *
 * <p>A draw is made of two uniforms in polar form, and reaches to where the tail has 1.1·10^-16 of the probability. Where ν
 * is below about 0.05, some draws overflow once the scale is applied. They become the largest double, and their scores are
 * those of that number, so that a gradient by ν is biased by as much as such draws contribute.
 *
 * <p>Source: R. W. Bailey, <i>Polar generation of random variates with the t-distribution</i>, 1994.
 */
public final class StudentT extends Family implements HasFisherInformation, HasHessian, LogisticByMap {
    private static final ParameterList PARAMETERS = ParameterList.of(Parameter.positive("degrees of freedom"),
            Parameter.real("location"), Parameter.positive("scale"));

    private static final double SERIES_FROM = 32;
    /**
     * The coefficients (2^2k − 1)·B_2k, k = 2, 3, …, of the series of the Fisher information of ν, where B are the Bernoulli
     * numbers.
     */
    private static final double[] COEFFICIENTS = {-0.5, 1.5, -8.5, 77.5, -1036.5, 19113.5};

    /**
     * The most degrees of freedom whose tails the logistic form follows. With more of them the tails are lighter, and the
     * form need not follow.
     */
    private static final double MOST_LOGISTIC = 8;

    private final double degreesOfFreedom;
    private final double location;
    private final double scale;
    private final double constant;

    private StudentT(double degreesOfFreedom, double location, double scale) {
        super(PARAMETERS, degreesOfFreedom, location, scale);
        this.degreesOfFreedom = degreesOfFreedom;
        this.location = location;
        this.scale = scale;
        constant = StudentTKernel.constant(degreesOfFreedom);
    }

    /**
     * Creates a t distribution with location 0 and scale 1.
     *
     * @param degreesOfFreedom ν, finite and at least {@link Double#MIN_NORMAL}
     * @return the distribution, whose parameters include the location and the scale
     * @throws IllegalArgumentException if the parameter is out of range
     */
    public static StudentT of(double degreesOfFreedom) {
        return of(degreesOfFreedom, 0, 1);
    }

    /**
     * Creates a t distribution.
     *
     * @param degreesOfFreedom ν, finite and at least {@link Double#MIN_NORMAL}
     * @param location μ, finite
     * @param scale σ, finite and at least {@link Double#MIN_NORMAL}
     * @return the distribution
     * @throws IllegalArgumentException if a parameter is out of range
     */
    public static StudentT of(double degreesOfFreedom, double location, double scale) {
        return new StudentT(degreesOfFreedom, location, scale);
    }

    @Override
    public StudentT withParameters(double... parameters) {
        Parameters.requireCount(parameters.length, 3);
        return of(parameters[0], parameters[1], parameters[2]);
    }

    @Override
    void draw(SplitStream stream, long first, double[] x, int offset, int length) {
        StudentTKernel.sample(degreesOfFreedom, location, scale, stream, first, x, offset, length);
    }

    @Override
    void logDensity(double[] x, double[] logPdf, int offset, int length) {
        StudentTKernel.logPdf(degreesOfFreedom, location, scale, x, logPdf, offset, length);
    }

    @Override
    void scores(double[] x, double[][] statistics, double[][] gradient, int offset, int length) {
        StudentTKernel.gradLogPdf(degreesOfFreedom, constant, location, scale, x, gradient[0], gradient[1], gradient[2],
                offset, length);
    }

    @Override
    public double[][] fisherInformation() {
        double nu = degreesOfFreedom;
        double precision = 1 / scale / scale;
        double both = -2 / ((nu + 1) * (nu + 3) * scale);
        return new double[][] {
            {informationOfDegreesOfFreedom(nu), 0, both},
            {0, (nu + 1) / (nu + 3) * precision, 0},
            {both, 0, 2 * nu / (nu + 3) * precision}
        };
    }

    @Override
    public void hessianLogPdf(double[] x, double[][] hessian, int offset, int length) {
        requireHessian(x, hessian, 6, offset, length);
        StudentTKernel.hessianLogPdf(degreesOfFreedom, StudentTKernel.constantSlope(degreesOfFreedom), location, scale, x, hessian,
                offset, length);
    }

    /**
     * Returns the Fisher information of ν, ¼·(ψ′(ν/2) − ψ′((ν + 1)/2)) − (ν + 5)/(2ν·(ν + 1)·(ν + 3)). As its terms nearly
     * cancel, it is computed by their asymptotic series for ν of at least {@value #SERIES_FROM}. Below, it is the value at
     * ν + 2 plus the difference of the two, which is positive and has a closed form.
     */
    private static double informationOfDegreesOfFreedom(double nu) {
        if (nu < SERIES_FROM) {
            double next = nu + 1;
            double excess = (30 + nu * (66 + 28 * nu)) / (next * next * (nu + 2) * (nu + 3) * (nu + 5)) / nu / nu;
            return excess + informationOfDegreesOfFreedom(nu + 2);
        }
        double sum = 0;
        for (int k = COEFFICIENTS.length - 1; k >= 0; k--) {
            sum = (sum + COEFFICIENTS[k]) / nu / nu;
        }
        return ((7 * nu + 3) / (2 * (nu + 1) * (nu + 3)) + sum) / nu / nu / nu;
    }

    @Override
    LogisticMap newLogisticMap() {
        double factor = Math.min(degreesOfFreedom, MOST_LOGISTIC);
        // The scale makes the density of v at the centre ¼, which is that of a logistic number.
        double[] logPeak = {location};
        logDensity(logPeak, logPeak, 0, 1);
        return new AsinhMap(location, factor / (4 * Exp.exp(logPeak[0])), factor);
    }

    @Override
    public int polynomialDegree() {
        return LogisticMap.degreeOfPowerTail(degreesOfFreedom);
    }
}
