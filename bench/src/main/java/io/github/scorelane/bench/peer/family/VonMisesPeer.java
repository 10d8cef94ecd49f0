package io.github.scorelane.bench.peer.family;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;

/** Von Mises: draws by Best and Fisher (1979), and the scores κ sin(x − μ) and cos(x − μ) − I₁(κ)/I₀(κ). */
public final class VonMisesPeer extends ContinuousPeer {
    private static final int NODES = 1000;

    private final double meanDirection;
    private final double concentration;
    private final double meanCosine;

    /** A distribution of given parameters, the second of moderate size. */
    public VonMisesPeer(double meanDirection, double concentration) {
        super(logDensity(meanDirection, concentration, Math.log(2 * Math.PI * bessel(0, concentration))),
                wrapped(meanDirection, concentration));
        this.meanDirection = meanDirection;
        this.concentration = concentration;
        meanCosine = bessel(1, concentration) / bessel(0, concentration);
    }

    @Override
    void gradLogPdf(double[] x, double[][] gradient) {
        double[] byMeanDirection = gradient[0];
        double[] byConcentration = gradient[1];
        for (int i = 0; i < x.length; i++) {
            double angle = x[i] - meanDirection;
            byMeanDirection[i] = concentration * Math.sin(angle);
            byConcentration[i] = Math.cos(angle) - meanCosine;
        }
    }

    private static DoubleUnaryOperator logDensity(double meanDirection, double concentration, double logIntegral) {
        return x -> concentration * Math.cos(x - meanDirection) - logIntegral;
    }

    private static ContinuousSampler wrapped(double meanDirection, double concentration) {
        UniformRandomProvider generator = generator();
        double tau = 1 + Math.sqrt(1 + 4 * concentration * concentration);
        double rho = (tau - Math.sqrt(2 * tau)) / (2 * concentration);
        double r = (1 + rho * rho) / (2 * rho);
        return () -> {
            while (true) {
                double z = Math.cos(Math.PI * generator.nextDouble());
                double f = (1 + r * z) / (r + z);
                double c = concentration * (r - f);
                double u = generator.nextDouble();
                if (c * (2 - c) > u || Math.log(c / u) + 1 >= c) {
                    double x = meanDirection + (generator.nextBoolean() ? Math.acos(f) : -Math.acos(f));
                    return x > Math.PI ? x - 2 * Math.PI : x < -Math.PI ? x + 2 * Math.PI : x;
                }
            }
        };
    }

    /** The modified Bessel function I, the mean of exp(κ cos t) cos(nt): of a periodic function, by the midpoint rule. */
    private static double bessel(int n, double kappa) {
        double sum = 0;
        for (int i = 0; i < NODES; i++) {
            double t = Math.PI * (i + 0.5) / NODES;
            sum += Math.exp(kappa * Math.cos(t)) * Math.cos(n * t);
        }
        return sum / NODES;
    }
}
