package io.github.scorelane.engine.surrogate;

/**
 * The atoms of a discrete law, in the order of their values, and behind them those of them at which f is asked: at the quantiles
 * of Gauss–Legendre nodes, and at quantiles of either tail that fall by a constant factor. An atom's place w in (−1, 1) is twice
 * the probability of all below it and half its own, less 1.
 */
final class AtomNodes {
    private static final GaussLegendre RULE = GaussLegendre.of(64);
    private static final int DEGREE = 24;
    private static final int TAIL = 12;
    /** Tail probabilities fall by this factor from node to node, to 1e-18 at the last. */
    private static final double STEP = 0.0625;

    private final double[] values;
    private final double[] probabilities;
    private final int[] probes;
    private final double[] probeWeights;

    /**
     * Places nodes.
     *
     * @param values of the atoms, ascending
     * @param probabilities of each, all of them together 1 but for rounding
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

    /** From an end inwards: the last node first, where the least is left. */
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

    static int maxDegree() {
        return DEGREE;
    }

    int count() {
        return values.length;
    }

    double[] shares() {
        double[] shares = new double[RULE.nodes().length];
        System.arraycopy(probeWeights, 0, shares, 0, shares.length);
        return shares;
    }

    double[] x() {
        return withProbes(values);
    }

    double[] weights() {
        double[] weights = new double[values.length + probes.length];
        System.arraycopy(probabilities, 0, weights, 0, values.length);
        System.arraycopy(probeWeights, 0, weights, values.length, probes.length);
        return weights;
    }

    /** Numbers of the atoms, and behind them those of the atoms at which f is asked. */
    double[] withProbes(double[] numbers) {
        double[] all = new double[numbers.length + probes.length];
        System.arraycopy(numbers, 0, all, 0, numbers.length);
        for (int j = 0; j < probes.length; j++) {
            all[numbers.length + j] = numbers[probes[j]];
        }
        return all;
    }

    /** P_0, P_1, … of w at all points. */
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
