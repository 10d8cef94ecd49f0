package io.github.scorelane.bench.honesty.law;

import java.util.function.DoubleUnaryOperator;

/**
 * The law of the numbers from 1 on with masses in proportion to x^−s. Its sums have an end where the Euler–Maclaurin formula takes
 * over; of a wave the rest is a geometric series of complex numbers, whose factor hardly changes so far out.
 *
 * @param exponent s
 */
record ZetaLaw(double exponent) implements Law {
    private static final int END = 1 << 16;
    private static final int MOST_QUANTILE = 1 << 20;
    /** Half the cotangent of a half: 1/(1 − exp(i)) = ½ + i·this. */
    private static final double IMAGINARY = 0.5 / Math.tan(0.5);
    /** The rest of a sum is an integral over ln x, up to here at most. */
    private static final double LOG_MOST = 690;

    @Override
    public Truth truth(DoubleUnaryOperator f, boolean oscillates, double... breaks) {
        double last = END;
        for (double x : breaks) {
            last = Math.max(last, Math.floor(x) + 1);
        }
        Moments ofF = oscillates ? ofWave(f) : withRest(f, (int) last);
        return ofF.over(withRest(_ -> 1, END));
    }

    private Moments head(DoubleUnaryOperator g, int end) {
        Moments moments = new Moments(1);
        for (int k = end - 1; k >= 1; k--) {
            add(moments, 1, g, k);
        }
        return moments;
    }

    /** The sum of g(k)·exp(ik) from the end on is about g·exp(ik)/(1 − exp(i)) there; a sine is a cosine a quarter turn before. */
    private Moments ofWave(DoubleUnaryOperator f) {
        Moments moments = head(f, END);
        add(moments, 1, x -> 0.5 * f.applyAsDouble(x) - IMAGINARY * f.applyAsDouble(x - Math.PI / 2), END);
        return moments;
    }

    private Moments withRest(DoubleUnaryOperator g, int end) {
        Moments moments = head(g, end);
        // The sum from the end on is the integral, and half a term, less a twelfth of the derivative there.
        add(moments, 0.5, g, end);
        add(moments, -1.0 / 24, g, end + 1);
        add(moments, 1.0 / 24, g, end - 1);
        for (double y = Math.log(end); y < LOG_MOST; y++) {
            DoubleExponential.visit(y, y + 1, (v, weight) -> add(moments, weight * Math.exp(v), g, Math.exp(v)));
        }
        return moments;
    }

    private void add(Moments moments, double factor, DoubleUnaryOperator g, double x) {
        moments.add(factor * Math.pow(x, -exponent), g.applyAsDouble(x), -Math.log(x));
    }

    @Override
    public double upperQuantile(double probability) {
        double whole = withRest(_ -> 1, END).sum();
        double above = whole;
        double best = 1;
        double least = Double.POSITIVE_INFINITY;
        for (int k = 1; k < MOST_QUANTILE && above > probability * whole; k++) {
            above -= Math.pow(k, -exponent);
            double distance = Math.abs(Math.log(above / whole / probability));
            if (distance < least) {
                least = distance;
                best = k;
            }
        }
        return best;
    }

    @Override
    public Tail tail() {
        return Tail.power(exponent - 1);
    }

    @Override
    public boolean isDiscrete() {
        return true;
    }
}
