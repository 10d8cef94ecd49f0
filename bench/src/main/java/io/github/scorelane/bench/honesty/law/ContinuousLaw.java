package io.github.scorelane.bench.honesty.law;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A law with a density: expectations by tanh-sinh quadrature between the kinks of density and function.
 *
 * @param parameters the number of parameters
 * @param chart the chart in which it is integrated
 * @param start a y about which the density is large
 * @param lower the least y of the support
 * @param upper the greatest
 * @param kinks the kinks of the density, as x
 * @param tail the tail of the density
 * @param density its logarithm
 */
record ContinuousLaw(int parameters, Chart chart, double start, double lower, double upper, double[] kinks, Tail tail,
        LogDensity density) implements Law {
    /** The logarithm of a weight, relative to the largest, below which nodes are left out. */
    private static final double NEGLIGIBLE = -46;
    /** The size of x from which on a wave is integrated by half periods, whose integrals are an alternating series. */
    private static final double FAR = 40.5 * Math.PI;

    static ContinuousLaw of(int parameters, Chart chart, double start, Tail tail, LogDensity density) {
        return new ContinuousLaw(parameters, chart, start, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, new double[0],
                tail, density);
    }

    ContinuousLaw on(double from, double to) {
        return new ContinuousLaw(parameters, chart, start, from, to, kinks, tail, density);
    }

    ContinuousLaw withKink(double x) {
        return new ContinuousLaw(parameters, chart, start, lower, upper, new double[] {x}, tail, density);
    }

    @Override
    public Truth truth(DoubleUnaryOperator f, boolean oscillates, double... breaks) {
        Moments one = moments(_ -> 1, edges(_ -> 1));
        return (oscillates ? ofWave(f, breaks) : moments(f, edges(f, breaks))).over(one);
    }

    /** Integrates near the origin as usual, the panels being half periods at most, and the rest as alternating series. */
    private Moments ofWave(DoubleUnaryOperator f, double... breaks) {
        double[] periods = IntStream.rangeClosed(-40, 40).mapToDouble(k -> k * Math.PI).toArray();
        double[] ends = {-FAR, FAR};
        double[] all = edges(f, Stream.of(breaks, periods, ends).flatMapToDouble(Arrays::stream).toArray());
        double[] near = Arrays.stream(all).filter(y -> Math.abs(chart.x().applyAsDouble(y)) <= FAR * (1 + 1e-9)).toArray();
        Moments moments = moments(f, near);
        if (near[near.length - 1] < all[all.length - 1]) {
            addFar(f, 1, moments);
        }
        if (near[0] > all[0]) {
            addFar(f, -1, moments);
        }
        return moments;
    }

    private void addFar(DoubleUnaryOperator f, int sign, Moments moments) {
        double[] factors = AlternatingSum.factors();
        for (int k = 0; k < factors.length; k++) {
            double a = chart.y().applyAsDouble(sign * (FAR + k * Math.PI));
            double b = chart.y().applyAsDouble(sign * (FAR + (k + 1) * Math.PI));
            moments.add(factors[k], moments(f, Math.min(a, b), Math.max(a, b)));
        }
    }

    private Moments moments(DoubleUnaryOperator g, double... edges) {
        Moments moments = new Moments(parameters);
        double[] t = new double[parameters];
        for (int i = 1; i < edges.length; i++) {
            DoubleExponential.visit(edges[i - 1], edges[i], (y, weight) -> {
                double x = chart.x().applyAsDouble(y);
                double w = Math.exp(density.at(x, y, t) + chart.logSlope().applyAsDouble(y)) * weight;
                if (w > 0) {
                    moments.add(w, g.applyAsDouble(x), t);
                }
            });
        }
        return moments;
    }

    /** The ends of the panels, in y: where the product of density and function is not negligible, and between breaks. */
    private double[] edges(DoubleUnaryOperator g, double... breaks) {
        double[] t = new double[parameters];
        DoubleUnaryOperator size = y -> {
            double x = chart.x().applyAsDouble(y);
            double logWeight = density.at(x, y, t) + chart.logSlope().applyAsDouble(y);
            return logWeight + Math.log1p(Math.abs(g.applyAsDouble(x))) + Math.log1p(Arrays.stream(t).map(Math::abs).sum());
        };
        double peak = Double.NEGATIVE_INFINITY;
        for (int direction = -1; direction <= 1; direction += 2) {
            for (double y = start; isInside(y) && size.applyAsDouble(y) > peak + NEGLIGIBLE; y += direction * chart.step() / 4) {
                peak = Math.max(peak, size.applyAsDouble(y));
            }
        }
        double low = end(size, peak, -1);
        double high = end(size, peak, 1);
        List<Double> edges = new ArrayList<>(List.of(low, high));
        for (double y = low + chart.step(); y < high; y += chart.step()) {
            edges.add(y);
        }
        Stream.of(kinks, breaks).flatMapToDouble(Arrays::stream).map(chart.y()).filter(y -> y > low && y < high)
                .forEach(edges::add);
        return edges.stream().mapToDouble(Double::doubleValue).sorted().distinct().toArray();
    }

    private boolean isInside(double y) {
        return y > lower && y < upper;
    }

    private double end(DoubleUnaryOperator size, double peak, int direction) {
        double y = start;
        while (isInside(y) && size.applyAsDouble(y) > peak + NEGLIGIBLE) {
            y += direction * chart.step() / 4;
        }
        return Math.clamp(y, lower, upper);
    }

    @Override
    public double upperQuantile(double probability) {
        double[] edges = edges(_ -> 1);
        double whole = moments(_ -> 1, edges).sum();
        double low = edges[0];
        double high = edges[edges.length - 1];
        for (int step = 0; step < 40; step++) {
            double middle = (low + high) / 2;
            double[] above = DoubleStream.concat(DoubleStream.of(middle), Arrays.stream(edges).filter(y -> y > middle)).toArray();
            if (moments(_ -> 1, above).sum() > probability * whole) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return chart.x().applyAsDouble((low + high) / 2);
    }

    @Override
    public boolean isDiscrete() {
        return false;
    }
}
