package io.github.scorelane.engine.surrogate;

/**
 * Atoms of a discrete law in ascending order, followed by those of them at which f is evaluated. Those are the quantiles of the
 * nodes of a Gauss–Legendre rule, and in either tail further quantiles whose probabilities fall by a constant factor. A surrogate
 * is a series in the coordinate w of an atom, which is in (−1, 1): w + 1 is twice the probability of all atoms below plus the
 * atom's own.
 */
final class AtomNodes {
    private static final GaussLegendre RULE = GaussLegendre.of(64);
    /** Highest degree of a series. */
    private static final int DEGREE = 24;
    /** Number of points in each tail. */
    private static final int TAIL = 12;
    /** Factor by which the tail probability falls from point to point, to about 1e-18 at the last. */
    private static final double STEP = 0.0625;

    private final double[] values;
    private final double[] probabilities;
    /** Indices of the atoms at which f is evaluated, and the probability that each stands for. */
    private final int[] probes;
    private final double[] probeWeights;

    /**
     * Chooses the atoms at which f is evaluated.
     *
     * @param values the values of the atoms, ascending
     * @param probabilities the probability of each atom; their sum is 1 but for rounding
     */
    AtomNodes(double[] values, double[] probabilities) {
        this.values = values;
        this.probabilities = probabilities;
        int bulk = RULE.nodes().length;
        probes = new int[bulk + 2 * TAIL];
        probeWeights = new double[probes.length];
        double below = 0;
        int atom = 0;
        for (int j = 0; j < bulk; j++) {
            double u = (1 + RULE.nodes()[j]) / 2;
            while (atom < values.length - 1 && below + probabilities[atom] < u) {
                below += probabilities[atom++];
            }
            probes[j] = atom;
            probeWeights[j] = RULE.weights()[j] / 2;
        }
        double tail = (1 + RULE.nodes()[0]) / 2;
        placeTail(tail, bulk, 0, 1);
        placeTail(tail, bulk + TAIL, values.length - 1, -1);
    }

    /**
     * Places the points of a tail, from its end inwards, so that small probabilities are summed before large ones.
     *
     * @param tail the probability of the tail
     * @param first the place of the tail's first point among all
     * @param end the index of the atom at the end of the tail
     * @param direction the step from that atom inwards, 1 or −1
     */
    private void placeTail(double tail, int first, int end, int direction) {
        double outside = 0;
        int atom = end;
        for (int i = TAIL - 1; i >= 0; i--) {
            double outer = i == TAIL - 1 ? 0 : tail * StrictMath.pow(STEP, i + 1);
            double inner = tail * StrictMath.pow(STEP, i);
            double middle = inner * 0.25;
            while (outside + probabilities[atom] < middle && atom != values.length - 1 - end) {
                outside += probabilities[atom];
                atom += direction;
            }
            probes[first + i] = atom;
            probeWeights[first + i] = inner - outer;
        }
    }

    /** Returns the highest degree of a series over atoms. */
    static int maxDegree() {
        return DEGREE;
    }

    /** Returns the number of atoms. */
    int count() {
        return values.length;
    }

    /** Returns the probabilities that the points outside the tails stand for. */
    double[] shares() {
        double[] shares = new double[RULE.nodes().length];
        System.arraycopy(probeWeights, 0, shares, 0, shares.length);
        return shares;
    }

    /** Returns the values of the atoms, followed by those of the points at which f is evaluated. */
    double[] x() {
        return withProbes(values);
    }

    /** Returns the probabilities of the atoms, followed by those that the points at which f is evaluated stand for. */
    double[] weights() {
        double[] weights = new double[values.length + probes.length];
        System.arraycopy(probabilities, 0, weights, 0, values.length);
        System.arraycopy(probeWeights, 0, weights, values.length, probes.length);
        return weights;
    }

    /** Returns numbers of the atoms, followed by the numbers of those atoms at which f is evaluated. */
    double[] withProbes(double[] numbers) {
        double[] all = new double[numbers.length + probes.length];
        System.arraycopy(numbers, 0, all, 0, numbers.length);
        for (int j = 0; j < probes.length; j++) {
            all[numbers.length + j] = numbers[probes[j]];
        }
        return all;
    }

    /** Returns the values of Legendre polynomials in w, a row for each degree from 0, at all points. */
    double[][] legendre() {
        double[] w = new double[values.length];
        double below = 0;
        for (int j = 0; j < w.length; j++) {
            w[j] = Math.max(-1, Math.min(1, 2 * below + probabilities[j] - 1));
            below += probabilities[j];
        }
        return Legendre.values(DEGREE, withProbes(w));
    }
}
