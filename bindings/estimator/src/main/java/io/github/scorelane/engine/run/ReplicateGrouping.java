package io.github.scorelane.engine.run;

import io.github.scorelane.engine.baseline.BaselineRule;
import io.github.scorelane.engine.baseline.ConstantSelection;
import io.github.scorelane.engine.baseline.Fit;
import io.github.scorelane.engine.baseline.FunctionTotals;
import io.github.scorelane.engine.baseline.Pseudovalues;
import io.github.scorelane.engine.baseline.RoundedScores;
import io.github.scorelane.engine.baseline.ScoreTotals;
import io.github.scorelane.engine.result.Outcome;
import io.github.scorelane.engine.sum.BlockWorker;
import io.github.scorelane.engine.sum.Problem;
import io.github.scorelane.engine.sum.SinkSource;
import io.github.scorelane.engine.sum.Sinks;
import io.github.scorelane.engine.sum.SumLayout;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.sum.EightLanes;
import io.github.scorelane.kernel.sum.FunctionSums;
import io.github.scorelane.kernel.sum.ScoreSums;

/**
 * Grouping into independent replicates, each a whole set of points that is made from a substream of its own. The means over a
 * replicate take the places of φ, s and φs in all formulas: replicate r is in lane r mod 8. A replicate is worked by one thread.
 *
 * @param replicates number of replicates; the samples are a multiple of it
 */
public record ReplicateGrouping(int replicates) implements Grouping<ReplicateMeans> {
    /** A share of the scores' squares: what is left of a replicate's mean score below it is rounding. */
    private static final double LEAST_SCORE = 0x1p-84;

    @Override
    public Problem of(Problem problem) {
        return problem.withReplicates(replicates);
    }

    @Override
    public SinkSource sinks(double[] centres) {
        return Sinks.replicates(centres);
    }

    @Override
    public ReplicateMeans receiver(Problem problem, BlockWorker own) {
        return new ReplicateMeans(problem, own.scratch().layout);
    }

    @Override
    public Outcome outcome(Problem problem, BlockWorker own, double centre, ReplicateMeans sums) {
        int parameters = problem.rows();
        double[][] means = sums.means;
        SumLayout layout = new SumLayout(parameters, false, 0);
        double[] root = sums(means, layout);
        FunctionTotals f = FunctionTotals.of(replicates, centre, root);
        new OutcomeBuilder(problem, 0, own.scratch()).requireSquares(root);
        BaselineRule rule = problem.rule(0);
        ConstantSelection selection = own.scratch().selection;
        boolean known = replicates >= rule.minSamplesForError();
        double[] gradient = new double[parameters];
        double[] standardError = new double[parameters];
        double[] varianceReduction = new double[parameters];
        int[] choices = rule.chooses() ? new int[parameters] : null;
        double[][] estimates = new double[parameters + 1][];
        double[][] pseudovalues = new double[parameters + 1][];
        for (int p = 0; p < parameters; p++) {
            double squares = 0;
            for (double[] mean : means) {
                squares += mean[3 + 3 * p];
            }
            RoundedScores.clear(root, layout.scores(p), squares, LEAST_SCORE);
            ScoreTotals s = ScoreTotals.of(root, layout.scores(p));
            if (choices != null) {
                selection.readReplicates(means, p, centre);
            }
            Fit fit = rule.fit(f, s, selection);
            gradient[p] = rule.gradient(fit);
            double[] byReplicate = estimates(means, fit, p, rule.knownConstant(f));
            int[] lanes = rule.laneChoices(selection);
            double[] pseudo = lanes == null ? byReplicate : pseudovalues(means, fit, p, lanes);
            double variance = known ? covariance(byReplicate, byReplicate, pseudo, pseudo) : Double.NaN;
            standardError[p] = Math.sqrt(variance);
            double plain = rule.plainVariance(f, s);
            varianceReduction[p] = plain == variance ? 1 : plain / variance;
            if (choices != null) {
                choices[p] = fit.choices();
            }
            estimates[p] = byReplicate;
            pseudovalues[p] = pseudo;
        }
        return new Outcome(f.value(), f.valueVariance(), gradient, standardError, varianceReduction, choices,
                problem.covariance() ? covariances(means, estimates, pseudovalues, known) : null);
    }

    /** Puts the means of each replicate into its lane of sums, as if replicates were samples. */
    private static double[] sums(double[][] means, SumLayout layout) {
        double[] root = new double[layout.length()];
        for (int r = 0; r < means.length; r++) {
            int lane = r % EightLanes.COUNT;
            double f = means[r][0];
            root[FunctionSums.F + lane] += f;
            root[FunctionSums.FF + lane] = Fma.fma(f, f, root[FunctionSums.FF + lane]);
            for (int p = 0; p < layout.parameters(); p++) {
                int at = layout.scores(p) + lane;
                double s = means[r][1 + 3 * p];
                double fs = means[r][2 + 3 * p];
                root[at + ScoreSums.S] += s;
                root[at + ScoreSums.SS] = Fma.fma(s, s, root[at + ScoreSums.SS]);
                root[at + ScoreSums.FS] += fs;
                root[at + ScoreSums.FSS] = Fma.fma(fs, s, root[at + ScoreSums.FSS]);
                root[at + ScoreSums.FFS] = Fma.fma(fs, f, root[at + ScoreSums.FFS]);
                root[at + ScoreSums.FFSS] = Fma.fma(fs, fs, root[at + ScoreSums.FFSS]);
            }
        }
        return root;
    }

    private static double[][] covariances(double[][] means, double[][] estimates, double[][] pseudovalues, boolean known) {
        int value = estimates.length - 1;
        int replicates = means.length;
        estimates[value] = new double[replicates];
        for (int r = 0; r < replicates; r++) {
            estimates[value][r] = means[r][0];
        }
        pseudovalues[value] = estimates[value];
        double[][] covariance = new double[value + 1][value + 1];
        for (int i = 0; i <= value; i++) {
            for (int j = 0; j <= i; j++) {
                covariance[i][j] = known || j == value
                        ? covariance(estimates[i], estimates[j], pseudovalues[i], pseudovalues[j]) : Double.NaN;
                covariance[j][i] = covariance[i][j];
            }
        }
        return covariance;
    }

    /**
     * Returns the covariance of two components, from the estimates by replicates and from pseudo-values. The sample variance of the
     * estimates counts half to all of what uncertain constants add to a variance, and that of the pseudo-values counts it twice.
     */
    private static double covariance(double[] x, double[] y, double[] pseudoX, double[] pseudoY) {
        double sample = covariance(x, y);
        return pseudoX == x && pseudoY == y ? sample : Fma.fma(2, sample, covariance(pseudoX, pseudoY)) / 3;
    }

    /** Returns the covariance of two means. */
    private static double covariance(double[] x, double[] y) {
        int replicates = x.length;
        double meanX = 0;
        double meanY = 0;
        for (int r = 0; r < replicates; r++) {
            meanX += x[r] / replicates;
            meanY += y[r] / replicates;
        }
        double sum = 0;
        for (int r = 0; r < replicates; r++) {
            sum += (x[r] - meanX) * (y[r] - meanY);
        }
        return sum / ((double) replicates * (replicates - 1));
    }

    /** Returns a component's estimate by each replicate. */
    private static double[] estimates(double[][] means, Fit fit, int p, double known) {
        double[] estimates = new double[means.length];
        for (int r = 0; r < means.length; r++) {
            double beta = Double.isNaN(known) ? fit.constants()[r % EightLanes.COUNT] : known;
            estimates[r] = means[r][2 + 3 * p] - beta * means[r][1 + 3 * p];
        }
        return estimates;
    }

    /** Returns the jackknife's pseudo-values: with few replicates it matters what each does to the constants of the other folds. */
    private static double[] pseudovalues(double[][] means, Fit fit, int p, int[] lanes) {
        double[] pseudovalues = new double[means.length];
        Pseudovalues.of(pseudovalues, fit, lanes, means, p);
        return pseudovalues;
    }
}
