package io.github.scorelane.engine.draw;

import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.engine.evaluate.BlockFunction;
import io.github.scorelane.engine.term.ScaledScores;
import io.github.scorelane.engine.unit.Scale;
import io.github.scorelane.function.EvaluationException;
import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A distribution p whose samples come from elsewhere, from q: its "scores" are w·∇log p with w = p/q, whose mean is 0 where
 * that of the scores is, so that every baseline does with them what it does with scores. Behind those of the P parameters stand
 * further rows: the weights w; and, for self-normalised weights, w²·∇log p, whose sums are those of the products of the two.
 *
 * <p>Weights are made in log space, of both log densities, and are divided by e^shift, which is 1 unless those of the first
 * samples are so large, or so small, that their fourth powers might not be numbers. Where the largest weight of all is far from
 * what the first samples promised, the run is worked again with a shift that fits: {@link #isShiftedRight()}.
 */
public final class Reweighted implements MultivariateDistribution {
    /** Samples that tell the shift. */
    private static final int FIRST = 64;
    /** Logarithms of weights up to this are not shifted: their fourth powers are numbers, times the squares of f and a score. */
    private static final double MODERATE = 40;
    /** Logarithms of shifted weights are cut off here, in a run that has to be worked again. */
    private static final double CUT = 700;

    private final MultivariateDistribution target;
    private final Reweighting reweighting;
    private final Draws draws;
    private final double logClip;
    private final boolean products;
    private final int parameters;
    private final int kept;
    private final double shift;
    private final ConcurrentLinkedQueue<LargestWeights> idle = new ConcurrentLinkedQueue<>();

    /** With a shift that the first samples tell. */
    public Reweighted(MultivariateDistribution target, Reweighting reweighting, SplitStream stream, long samples) {
        this(target, reweighting, ParetoTail.needed(samples), Double.NaN, stream, (int) Math.min(FIRST, samples));
    }

    private Reweighted(MultivariateDistribution target, Reweighting reweighting, int kept, double shift, SplitStream stream,
            int first) {
        this.target = target;
        this.reweighting = reweighting;
        draws = reweighting.draws();
        logClip = StrictMath.log(reweighting.largest());
        products = reweighting.selfNormalised();
        parameters = target.parameterNames().size();
        this.kept = kept;
        this.shift = Double.isNaN(shift) ? shift(stream, first) : shift;
    }

    /** The same weights, of which none was seen yet, and scores in other units. */
    public Reweighted in(Scale scale) {
        return new Reweighted(ScaledScores.of(target, scale), reweighting, kept, shift, null, 0);
    }

    /** The same weights, of which none was seen yet, divided by another number. */
    public Reweighted shiftedBy(double newShift) {
        return new Reweighted(target, reweighting, kept, newShift, null, 0);
    }

    /** Tells, when the run is over, whether the largest weight is near to the number that weights are divided by. */
    public boolean isShiftedRight() {
        double largest = logLargest();
        return Math.abs(largest - shift) <= MODERATE || largest == Double.NEGATIVE_INFINITY;
    }

    /** The logarithm of the largest weight that was seen, clipped. */
    public double logLargest() {
        double largest = Double.NEGATIVE_INFINITY;
        for (LargestWeights weights : idle) {
            largest = Math.max(largest, weights.largest());
        }
        return Math.min(largest, logClip);
    }

    /** The parameters, and the rows behind them. */
    public int rows() {
        return (products ? 2 : 1) * parameters + 1;
    }

    /** The logarithm of what the weights are divided by. */
    public double shift() {
        return shift;
    }

    /** The largest logarithms of weights, from small to large, before they are clipped. To be asked when the run is over. */
    public double[] largest() {
        LargestWeights all = new LargestWeights(kept);
        idle.forEach(all::addAll);
        return all.sorted();
    }

    @Override
    public int dimension() {
        return target.dimension();
    }

    @Override
    public List<String> parameterNames() {
        return target.parameterNames();
    }

    @Override
    public double[] parameters() {
        return target.parameters();
    }

    @Override
    public MultivariateDistribution withParameters(double... newParameters) {
        throw new UnsupportedOperationException("one run's");
    }

    @Override
    public void sample(SplitStream stream, long first, double[][] x, int offset, int length) {
        Workspace workspace = Workspace.ofThread();
        long mark = workspace.mark();
        try {
            draws.draw(stream, first, x, offset, workspace.doubles(), length);
        } finally {
            workspace.giveBackTo(mark);
        }
    }

    @Override
    public void logPdf(double[][] x, int offset, double[] logPdf, int logPdfOffset, int length) {
        target.logPdf(x, offset, logPdf, logPdfOffset, length);
    }

    @Override
    public void gradLogPdf(double[][] x, int offset, int firstParameter, double[][] gradient, int gradientOffset, int length) {
        throw new UnsupportedOperationException("the weights are statistics");
    }

    /** The weights. */
    @Override
    public int statistics() {
        return 1;
    }

    @Override
    public void sample(SplitStream stream, long first, double[][] x, double[][] statistics, int offset, int length) {
        double[] w = statistics[0];
        logWeights(stream, first, x, w, offset, length);
        LargestWeights largest = idle.poll();
        if (largest == null) {
            largest = new LargestWeights(kept);
        }
        largest.add(w, offset, length);
        idle.add(largest);
        for (int i = offset; i < offset + length; i++) {
            w[i] = Math.min(w[i], logClip) - shift;
        }
        cutOff(first, x, w, offset, length);
        Exp.exp(w, offset, w, offset, length);
    }

    @Override
    public void gradLogPdf(double[][] x, double[][] statistics, int firstParameter, double[][] gradient, int offset, int length) {
        double[] w = statistics[0];
        boolean positive = arePositive(w, offset, length);
        int scores = scores(x, firstParameter, gradient, 0, offset, length);
        for (int row = 0; row < scores; row++) {
            multiply(gradient[row], w, positive, offset, length);
        }
        if (scores == gradient.length) {
            return;
        }
        int row = scores;
        if (firstParameter + row == parameters) {
            System.arraycopy(w, offset, gradient[row++], offset, length);
        }
        if (row < gradient.length) {
            products(x, w, positive, firstParameter, gradient, row, offset, length);
        }
    }

    /** Rows of w²·∇log p, of the rows of w·∇log p if all of those are there. */
    private void products(double[][] x, double[] w, boolean positive, int firstParameter, double[][] gradient, int row, int offset,
            int length) {
        int parameter = firstParameter + row - parameters - 1;
        if (firstParameter == 0) {
            for (int p = parameter; row + p - parameter < gradient.length; p++) {
                double[] product = gradient[row + p - parameter];
                System.arraycopy(gradient[p], offset, product, offset, length);
                multiply(product, w, positive, offset, length);
            }
            return;
        }
        scores(x, parameter, gradient, row, offset, length);
        for (int r = row; r < gradient.length; r++) {
            multiply(gradient[r], w, positive, offset, length);
            multiply(gradient[r], w, positive, offset, length);
        }
    }

    /** Sets rows to scores, from a parameter on, until there are no more rows or parameters; says how many. */
    private int scores(double[][] x, int parameter, double[][] gradient, int row, int offset, int length) {
        int count = Math.min(parameters - parameter, gradient.length - row);
        if (count <= 0) {
            return 0;
        }
        double[][] rows = count == gradient.length ? gradient : Arrays.copyOfRange(gradient, row, row + count);
        target.gradLogPdf(x, offset, parameter, rows, offset, length);
        return count;
    }

    private void logWeights(SplitStream stream, long first, double[][] x, double[] logWeights, int offset, int length) {
        Workspace workspace = Workspace.ofThread();
        long mark = workspace.mark();
        try {
            double[] logDensity = workspace.doubles();
            draws.draw(stream, first, x, offset, logDensity, length);
            target.logPdf(x, offset, logWeights, offset, length);
            for (int i = 0; i < length; i++) {
                logWeights[offset + i] -= logDensity[i];
            }
        } finally {
            workspace.giveBackTo(mark);
        }
    }

    private double shift(SplitStream stream, int length) {
        double[] logWeights = new double[length];
        logWeights(stream, 0, new double[dimension()][length], logWeights, 0, length);
        double largest = Double.NEGATIVE_INFINITY;
        for (double logWeight : logWeights) {
            largest = Math.max(largest, Math.min(logWeight, logClip));
        }
        // What is no number is found where it is used.
        return Math.abs(largest) > MODERATE && Math.abs(largest) < Double.POSITIVE_INFINITY ? largest : 0;
    }

    /** Refuses what is no number, and cuts off what is too large for one. */
    private void cutOff(long first, double[][] x, double[] logWeights, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (!(logWeights[i] <= CUT)) {
                double logWeight = logWeights[i] + shift;
                if (logWeight < Double.POSITIVE_INFINITY) {
                    logWeights[i] = CUT;
                    continue;
                }
                throw new EvaluationException("the logarithm of the weight p/q is " + logWeight + ", p or q having no finite"
                        + " density there", first + i - offset, BlockFunction.point(x, i), null);
            }
        }
    }

    private static boolean arePositive(double[] w, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (w[i] == 0) {
                return false;
            }
        }
        return true;
    }

    /** A weight of 0 is one outside of p's support, where a score need not be a number. */
    private static void multiply(double[] row, double[] w, boolean positive, int offset, int length) {
        if (positive) {
            for (int i = offset; i < offset + length; i++) {
                row[i] *= w[i];
            }
            return;
        }
        for (int i = offset; i < offset + length; i++) {
            row[i] = w[i] == 0 ? 0 : row[i] * w[i];
        }
    }
}
