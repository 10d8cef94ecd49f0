package io.github.scorelane.bench.honesty.law;

/**
 * The speed at which a density falls as x grows.
 *
 * @param index the a of a tail P(|X| &gt; x) in proportion to x^−a; infinite where it falls faster than any power
 * @param rate the r of a tail in proportion to exp(−r·x), up to powers; 0 where it falls more slowly, infinite where faster
 */
public record Tail(double index, double rate) {
    static final Tail LIGHT = new Tail(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    static final Tail SUBEXPONENTIAL = new Tail(Double.POSITIVE_INFINITY, 0);

    static Tail exponential(double rate) {
        return new Tail(Double.POSITIVE_INFINITY, rate);
    }

    static Tail power(double index) {
        return new Tail(index, 0);
    }
}
