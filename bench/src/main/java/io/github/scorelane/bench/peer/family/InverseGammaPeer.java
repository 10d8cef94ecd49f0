package io.github.scorelane.bench.peer.family;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;

/** Inverse gamma: one over Commons RNG's gamma draws, and the scores ln(β/x) − ψ(α) and α/β − 1/x. */
public final class InverseGammaPeer extends ContinuousPeer {
    private final double shape;
    private final double scale;
    private final double digamma;

    /** A distribution of given parameters. */
    public InverseGammaPeer(double shape, double scale) {
        super(logDensity(shape, scale, shape * Math.log(scale) - LogGamma.value(shape)),
                inverses(AhrensDieterMarsagliaTsangGammaSampler.of(generator(), shape, 1 / scale)));
        this.shape = shape;
        this.scale = scale;
        digamma = Digamma.value(shape);
    }

    @Override
    void gradLogPdf(double[] x, double[][] gradient) {
        double[] byShape = gradient[0];
        double[] byScale = gradient[1];
        for (int i = 0; i < x.length; i++) {
            byShape[i] = Math.log(scale / x[i]) - digamma;
            byScale[i] = shape / scale - 1 / x[i];
        }
    }

    private static DoubleUnaryOperator logDensity(double shape, double scale, double constant) {
        return x -> constant - (shape + 1) * Math.log(x) - scale / x;
    }

    private static ContinuousSampler inverses(ContinuousSampler gamma) {
        return () -> 1 / gamma.sample();
    }
}
