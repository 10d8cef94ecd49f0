package io.github.scorelane.bench.peer.family;

import java.util.Arrays;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.rng.sampling.distribution.DirichletSampler;

/** Dirichlet: Commons RNG's draws, and the scores ln x_k − ψ(α_k) + ψ(Σα). */
public final class DirichletPeer implements FamilyPeer {
    private final double[] concentrations;
    private final double[] meanLogs;
    private final double atOne;
    private final DirichletSampler sampler;

    /** A distribution of given concentrations. */
    public DirichletPeer(double... concentrations) {
        this.concentrations = concentrations;
        double sum = Arrays.stream(concentrations).sum();
        meanLogs = Arrays.stream(concentrations).map(concentration -> Digamma.value(concentration) - Digamma.value(sum)).toArray();
        atOne = LogGamma.value(sum) - Arrays.stream(concentrations).map(LogGamma::value).sum();
        sampler = DirichletSampler.of(ContinuousPeer.generator(), concentrations);
    }

    @Override
    public void sample(double[][] x) {
        for (int i = 0; i < x[0].length; i++) {
            double[] sample = sampler.sample();
            for (int k = 0; k < sample.length; k++) {
                x[k][i] = sample[k];
            }
        }
    }

    @Override
    public void logPdf(double[][] x, double[] logPdf) {
        for (int i = 0; i < logPdf.length; i++) {
            double sum = atOne;
            for (int k = 0; k < concentrations.length; k++) {
                sum += (concentrations[k] - 1) * Math.log(x[k][i]);
            }
            logPdf[i] = sum;
        }
    }

    @Override
    public void gradLogPdf(double[][] x, double[][] gradient) {
        for (int k = 0; k < concentrations.length; k++) {
            double[] column = x[k];
            double[] byConcentration = gradient[k];
            double meanLog = meanLogs[k];
            for (int i = 0; i < column.length; i++) {
                byConcentration[i] = Math.log(column[i]) - meanLog;
            }
        }
    }
}
