package io.github.scorelane.distribution;

import io.github.scorelane.kernel.math.Fma;

/**
 * The map of a circle onto the real line. It cuts the circle opposite a centre, where the density is least, and maps the
 * angles from −π to π about that centre by an {@link IntervalMap}.
 */
final class CircleMap extends LogisticMap {
    private static final double TURN = 2 * Math.PI;

    private final double centre;
    private final IntervalMap interval;

    CircleMap(double centre, double deviation) {
        this.centre = centre;
        interval = IntervalMap.ofMoments(-Math.PI, Math.PI, 0, Math.PI, Math.PI, deviation);
    }

    @Override
    void forward(double[] x, double[] v, int offset, int length) {
        turn(x, -centre, v, offset, length);
        interval.forward(v, v, offset, length);
    }

    @Override
    void backward(double[] v, double[] x, double[] logSlope, int offset, int length) {
        interval.backward(v, x, logSlope, offset, length);
        turn(x, centre, x, offset, length);
    }

    /** Adds a number to angles, and brings the results into the range from −π to π. */
    private static void turn(double[] angles, double by, double[] turned, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            double angle = angles[i] + by;
            double turns = Math.floor(Fma.fma(angle, 1 / TURN, 0.5));
            turned[i] = Math.max(-Math.PI, Math.min(Math.PI, Fma.fma(turns, -TURN, angle)));
        }
    }
}
