package io.github.scorelane.engine.surrogate;

import io.github.scorelane.distribution.HasLogisticForm;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Search for a surrogate h of f. For samples of one number, a discrete law of few atoms has f itself at all of them as h; a
 * discrete law of many atoms, or a law with a density, has a series as h, fitted to f at some 90 points. For samples of independent
 * coordinates h is a sum of functions of one coordinate each.
 */
public final class Surrogates {
    /** Fewest samples of a run for which a surrogate is searched: the search costs as much as some samples. */
    public static final int MIN_SAMPLES = 256;
    /** Most rows of scores for which a surrogate is searched. */
    public static final int MAX_ROWS = 64;

    /**
     * Number of samples from which on the number does not show in the surrogate, so that a run may end when its errors are small.
     */
    public static final long ENOUGH = 8192;

    /** Number of samples below which f is evaluated at fewer points. */
    private static final int MANY_SAMPLES = 1024;
    /** Fewest samples of a run for each atom of a table, at all of which f is evaluated. */
    private static final int SAMPLES_PER_ATOM = 8;
    /** Most atoms for each sample of a series over atoms, which computes the probability of every atom. */
    private static final int ATOMS_PER_SAMPLE = 4;
    /** Number of samples for each pilot sample of an additive fit. */
    private static final int SAMPLES_PER_PILOT = 8;
    /** Number of atoms at which f is evaluated twice, to see whether it is pure. */
    private static final int ASKED_AGAIN = 24;
    /** Fewest pilot samples of an additive fit. */
    private static final int MIN_PILOTS = 128;

    private Surrogates() {}

    /**
     * Finds a surrogate for samples of one number.
     *
     * @param law the law of the samples
     * @param f the function
     * @param samples the number of samples of the run
     * @return the surrogate; null if the law is not known closely enough, if f is not finite at one of the points or throws
     *     there, or if no surrogate is better than a constant
     */
    public static Surrogate find(Law law, ProbedFunction f, long samples) {
        if (samples < MIN_SAMPLES || law.rows() > MAX_ROWS) {
            return null;
        }
        HasLogisticForm form = law.logisticForm();
        if (form != null) {
            return series(law, form, f, samples < MANY_SAMPLES ? Nodes.FEW : Nodes.MANY);
        }
        long[] atoms = law.atoms();
        if (atoms == null) {
            return null;
        }
        long counted = Math.min(samples, ENOUGH);
        int asked = (int) (counted / SAMPLES_PER_ATOM);
        // The last atom may be so large that the difference overflows, as that of a zeta distribution.
        long count = atoms[1] - atoms[0] < 0 ? Long.MAX_VALUE : atoms[1] - atoms[0];
        if (count < asked) {
            return table(law, atoms[0], (int) count + 1, f);
        }
        Surrogate found = samples >= MANY_SAMPLES && count < ATOMS_PER_SAMPLE * counted
                ? seriesOfAtoms(law, atoms[0], (int) count + 1, f) : null;
        boolean isTailTried = found == null && samples >= MANY_SAMPLES;
        return isTailTried ? LongTail.find(law, atoms[0], asked - LongTail.NODES, f) : found;
    }

    /**
     * Finds a surrogate that is a sum of functions of one coordinate each, fitted to pilot samples.
     *
     * @param law the law of the samples
     * @param draws draws the pilot samples
     * @param f the function
     * @param samples the number of samples of the run, beside which up to 1,024 pilot samples are drawn
     * @return the surrogate; null if there are too few samples or too many parameters, if f is not finite at a pilot sample or
     *     throws there, or if no surrogate is better than a constant
     */
    public static Surrogate find(ProductLaw law, PilotDraws draws, ProbedFunction f, long samples) {
        long pilots = Math.min(samples, ENOUGH) / SAMPLES_PER_PILOT / 32 * 32;
        if (pilots < MIN_PILOTS || law.rows() > MAX_ROWS) {
            return null;
        }
        return AdditiveFit.find(law, draws, f, (int) pilots);
    }

    /** Finds a series for a law with a density. */
    private static Surrogate series(Law law, HasLogisticForm form, ProbedFunction f, Nodes nodes) {
        Grid grid = Grid.of(law, form, nodes);
        if (grid == null) {
            return null;
        }
        double[] values = values(f, grid);
        SeriesFit fit = values == null ? null : SeriesFit.of(grid, form.polynomialDegree(), nodes.degree, values, true);
        return fit == null ? null : new Surrogate(fit.known(), 0, new SeriesFunction(form, fit.series(), fit.byPowers(), fit.mean(),
                fit.inverse()));
    }

    /** Finds a series for a discrete law of many atoms, and tabulates it at all of them. */
    private static Surrogate seriesOfAtoms(Law law, long first, int count, ProbedFunction f) {
        double[] x = consecutive(first, count);
        AtomNodes atoms = new AtomNodes(x, law.densities(x, new double[count]));
        Grid grid = Grid.of(atoms, law.scores(x));
        if (grid == null) {
            return null;
        }
        double[] values = values(f, grid);
        SeriesFit fit = values == null ? null : SeriesFit.of(grid, Powers.MAX_DEGREE, AtomNodes.maxDegree(), values, false);
        return fit == null ? null : new Surrogate(fit.known(), 0, new TableFunction(first, fit.table(count), false));
    }

    /** Finds the surrogate that is f itself at all atoms of a discrete law of few. */
    private static Surrogate table(Law law, long first, int count, ProbedFunction f) {
        double[] x = consecutive(first, count);
        Grid grid = Grid.of(x, law.densities(x, new double[count]), law.scores(x));
        if (grid == null) {
            return null;
        }
        // f is not evaluated at an atom of no probability, such as a masked category, where it need not be defined.
        int[] possible = IntStream.range(0, count).filter(j -> grid.weights[j] > 0).toArray();
        double[] points = IntStream.of(possible).mapToDouble(j -> x[j]).toArray();
        double[] asked = values(f, points);
        if (asked == null || !isPure(f, points, asked)) {
            return null;
        }
        double[] values = new double[count];
        for (int i = 0; i < possible.length; i++) {
            values[possible[i]] = asked[i];
        }
        return new Surrogate(Expectations.ofAll(grid, values), 0, new TableFunction(first, values, true));
    }

    /**
     * Tells whether f gives the same values when it is evaluated at some atoms again. If f is random, as a reward may be, h would
     * have the error of single values in it, which is as large as that of samples and would not show in the standard errors.
     */
    private static boolean isPure(ProbedFunction f, double[] x, double[] values) {
        int count = Math.min(ASKED_AGAIN, x.length);
        double[] again = values(f, Arrays.copyOf(x, count));
        return Arrays.equals(again, Arrays.copyOf(values, count));
    }

    /** Returns consecutive atoms, from the first on. */
    private static double[] consecutive(long first, int count) {
        double[] x = new double[count];
        Arrays.setAll(x, j -> (double) (first + j));
        return x;
    }

    /** Returns the values of f at the probes of a grid, 0 at those that are left out; null if one is not finite. */
    private static double[] values(ProbedFunction f, Grid grid) {
        double[] points = new double[grid.probes()];
        int count = 0;
        for (int j = 0; j < points.length; j++) {
            if (grid.asks(j)) {
                points[count++] = grid.x[grid.expectations + j];
            }
        }
        double[] asked = values(f, Arrays.copyOf(points, count));
        if (asked == null) {
            return null;
        }
        double[] values = new double[points.length];
        count = 0;
        for (int j = 0; j < values.length; j++) {
            values[j] = grid.asks(j) ? asked[count++] : 0;
        }
        return values;
    }

    /** Returns the values of f at points; null if f throws, or one is not finite. */
    static double[] values(ProbedFunction f, double[] x) {
        double[] values = new double[x.length];
        int block = Math.min(ProbedFunction.BLOCK, x.length);
        double[][] points = new double[1][block];
        double[] ofBlock = new double[block];
        for (int begin = 0; begin < x.length; begin += block) {
            int n = Math.min(block, x.length - begin);
            System.arraycopy(x, begin, points[0], 0, n);
            Arrays.fill(ofBlock, Double.NaN);
            if (!f.evaluate(points, n, ofBlock)) {
                return null;
            }
            System.arraycopy(ofBlock, 0, values, begin, n);
        }
        return GridLoops.areFinite(values) ? values : null;
    }
}
