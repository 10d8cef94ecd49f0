package io.github.scorelane;

import io.github.scorelane.engine.draw.ParetoTail;
import io.github.scorelane.engine.draw.Reweighting;
import io.github.scorelane.engine.result.WeightSummary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Diagnostics of importance weights w = p/q, which tell whether an estimate that is made with them can be trusted.
 *
 * <p>The effective sample size (Σw)²/Σw² is how many samples of p itself would be worth as much, for an f that has nothing to do
 * with the weights. The Pareto shape k̂ is that of a generalised Pareto distribution fitted to the largest weights, ⌈3√n⌉ of them
 * (⌈n/5⌉ of up to 225, and never more than 2^20), drawn to ½ as if by ten weights more. The weights have a finite variance if the
 * shape is below ½; above 0.7 so many samples are needed that no estimate of n of them, nor its standard error, is of use.
 *
 * <p>Both see only what was drawn: a part of p that q has never reached shows in neither.
 *
 * <p>Sources: A. Kong, <i>A note on importance sampling using standardized weights</i>, 1992; J. Zhang, M. A. Stephens, <i>A new
 * and efficient estimation method for the generalized Pareto distribution</i>, 2009; A. Vehtari, D. Simpson, A. Gelman, Y. Yao,
 * J. Gabry, <i>Pareto smoothed importance sampling</i>, 2024.
 *
 * @param count how many weights, n
 * @param effectiveSampleSize (Σw)²/Σw², between 1 and n; 0 if all weights are 0
 * @param paretoShape k̂; NaN if there are fewer than 21 weights, or most of the largest are equal, as bounded weights of a
 *     discrete distribution are
 */
public record WeightDiagnostics(long count, double effectiveSampleSize, double paretoShape) {
    private static final double LEAST_SHARE = 0.1;
    private static final double LARGEST_SHAPE = 0.7;

    /**
     * Computes the diagnostics of some weights.
     *
     * @param logWeights the logarithm of each weight, −∞ for a weight of 0; a constant that is added to all changes nothing
     * @return their diagnostics
     * @throws IllegalArgumentException if there are none, or one is NaN or +∞
     */
    public static WeightDiagnostics of(double... logWeights) {
        if (logWeights.length == 0) {
            throw new IllegalArgumentException("number of log weights is not strictly positive: 0");
        }
        double[] sorted = logWeights.clone();
        Arrays.sort(sorted);
        double top = sorted[sorted.length - 1];
        if (!(top < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("largest log weight is not a number below infinity: " + top);
        }
        int zeros = 0;
        double sum = 0;
        double squares = 0;
        for (double logWeight : sorted) {
            double w = StrictMath.exp(logWeight - top);
            zeros += logWeight == Double.NEGATIVE_INFINITY ? 1 : 0;
            sum += w;
            squares += w * w;
        }
        if (zeros == sorted.length) {
            return new WeightDiagnostics(zeros, 0, Double.NaN);
        }
        int from = Math.max(zeros, sorted.length - ParetoTail.needed(sorted.length));
        return new WeightDiagnostics(sorted.length, sum * sum / squares,
                ParetoTail.shape(Arrays.copyOfRange(sorted, from, sorted.length), sorted.length));
    }

    /**
     * Returns the largest shape at which n weights may be trusted.
     *
     * @return min(1 − 1/log₁₀ n, 0.7)
     */
    public double paretoShapeLimit() {
        return Math.min(1 - 1 / StrictMath.log10(count), LARGEST_SHAPE);
    }

    /**
     * Says why estimates made with these weights should not be trusted.
     *
     * @return a sentence if the effective sample size is below n/10, and one if the Pareto shape is above its limit; else none
     */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>(2);
        if (effectiveSampleSize < LEAST_SHARE * count) {
            warnings.add(String.format(Locale.ROOT, "The weights' effective sample size is %.4g, below a tenth of %,d: few samples"
                    + " make the estimate, and its standard error is uncertain. Draw from a distribution nearer to that of x.",
                    effectiveSampleSize, count));
        }
        if (paretoShape > paretoShapeLimit()) {
            warnings.add(String.format(Locale.ROOT, "The weights' Pareto shape is %.2f, above %.2f: their variance is not finite,"
                    + " or as good as that, and neither the estimate nor its standard error is to be trusted. Draw from a"
                    + " distribution with heavier tails.", paretoShape, paretoShapeLimit()));
        }
        return List.copyOf(warnings);
    }

    static WeightDiagnostics of(WeightSummary weights) {
        return new WeightDiagnostics(weights.count(), weights.effectiveSampleSize(), weights.paretoShape());
    }

    /** Returns the notes, and behind them what there is to know of the weights. */
    List<String> notes(List<String> others, Reweighting reweighting) {
        List<String> notes = new ArrayList<>(others);
        if (reweighting.selfNormalised()) {
            notes.add("The weights are self-normalised: value and gradient are biased by O(1/n).");
        }
        if (reweighting.largest() < Double.POSITIVE_INFINITY) {
            notes.add("The weights are clipped at " + reweighting.largest() + ": value and gradient are biased by what was cut off,"
                    + " which no standard error shows.");
        }
        notes.addAll(warnings());
        return List.copyOf(notes);
    }
}
