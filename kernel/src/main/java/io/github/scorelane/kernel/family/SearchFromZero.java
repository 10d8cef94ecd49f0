package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.Gate;
import io.github.scorelane.kernel.Species;
import io.github.scorelane.kernel.WorkList;
import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.kernel.stream.SplitStream;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Inverts laws on 0, 1, … with small means, each with parameters of its own: the least k with p(0) + … + p(k) &gt; u. Masses obey
 * p(j) = p(j − 1)·(α − β·(j − 1))/j: with β = 0 they are Poisson's of mean α, with α = n·β binomial ones of odds β.
 *
 * <p>Some elements at a time go the same steps from 0 at once; then those that are done leave the list.
 */
final class SearchFromZero {
    private static final Gate GATE = Gate.ofMasks(SearchFromZero::rehearse);

    private static final int STEPS = 6;
    /** Number of values that a law with a mean of 10 or less has with a probability above 1e-28. */
    private static final int MOST = 10 * STEPS;
    private static final double[] RECIPROCALS = reciprocals();

    private SearchFromZero() {}

    /**
     * Inverts the laws.
     *
     * @param alpha α of each; left in disorder, as u and mass
     * @param beta β of all
     * @param u probabilities
     * @param mass p(0) of each
     * @param x receives the values
     * @param offset index of the first element
     * @param places each one's place, counted from there
     * @param listed number of elements
     */
    static void invert(double[] alpha, double beta, double[] u, double[] mass, double[] x, int offset, long[] places,
            int listed) {
        Workspace workspace = Workspace.ofThread();
        double[] sum = workspace.doubles();
        double[] k = workspace.doubles();
        double[] margin = workspace.doubles();
        long[] unfinished = workspace.longs();
        for (int i = 0; i < listed; i++) {
            sum[i] = mass[i];
            k[i] = u[i] >= mass[i] ? 1 : 0;
        }
        int count = listed;
        for (int done = 0; count > 0 && done < MOST; done += STEPS) {
            steps(done, alpha, beta, u, mass, sum, k, margin, count);
            for (int i = 0; i < count; i++) {
                x[offset + (int) places[i]] = k[i];
            }
            count = WorkList.ofRefused(margin, count, unfinished);
            for (int i = 0; i < count; i++) {
                int from = (int) unfinished[i];
                places[i] = places[from];
                alpha[i] = alpha[from];
                u[i] = u[from];
                mass[i] = mass[from];
                sum[i] = sum[from];
                k[i] = k[from];
            }
        }
        // An element is left, with a probability of 1e-15 at most, only because the sum of all masses was rounded. It becomes the
        // mean.
        for (int i = 0; i < count; i++) {
            x[offset + (int) places[i]] = Math.floor(alpha[i] / (1 + beta));
        }
        workspace.giveBack(3, 1);
    }

    /** Adds the next masses, and 1 to k for each at which the sum is still below u. */
    private static void steps(int done, double[] alpha, double beta, double[] u, double[] mass, double[] sum, double[] k,
            double[] margin, int count) {
        int head = GATE.head(count);
        int from = head < 0 ? 0 : GATE.end(Simd.steps(done, alpha, beta, u, mass, sum, k, margin, head));
        steps(done, alpha, beta, u, mass, sum, k, margin, from, count);
    }

    private static void steps(int done, double[] alpha, double beta, double[] u, double[] mass, double[] sum, double[] k,
            double[] margin, int from, int count) {
        for (int i = from; i < count; i++) {
            double m = mass[i];
            double s = sum[i];
            double value = k[i];
            for (int j = done; j < done + STEPS; j++) {
                m *= (alpha[i] - j * beta) * RECIPROCALS[j + 1];
                s += m;
                value += u[i] >= s ? 1 : 0;
            }
            mass[i] = m;
            sum[i] = s;
            k[i] = value;
            margin[i] = s - u[i];
        }
    }

    private static void rehearse(double[] numbers, double[] results, int n) {
        double[] alpha = new double[n];
        double[] u = new double[n];
        double[] mass = new double[n];
        double[] k = new double[n];
        double[] margin = new double[n];
        for (int i = 0; i < n; i++) {
            alpha[i] = Math.abs(numbers[i]) < 10 ? Math.abs(numbers[i]) : 10;
            u[i] = SplitStream.of(3).uniform(Double.doubleToRawLongBits(numbers[i]));
            mass[i] = Exp.exp(-alpha[i]);
        }
        double[] sum = mass.clone();
        for (int done = 0; done < 2 * STEPS; done += STEPS) {
            steps(done, alpha, 0.25, u, mass, sum, k, margin, n);
        }
        System.arraycopy(mass, 0, results, 0, n);
        System.arraycopy(sum, 0, results, n, n);
        System.arraycopy(k, 0, results, 2 * n, n);
        System.arraycopy(margin, 0, results, 3 * n, n);
    }

    private static double[] reciprocals() {
        double[] reciprocals = new double[MOST + 1];
        for (int k = 1; k <= MOST; k++) {
            reciprocals[k] = 1.0 / k;
        }
        return reciprocals;
    }

    private static final class Simd {
        private Simd() {}

        static int steps(int done, double[] alpha, double beta, double[] u, double[] mass, double[] sum, double[] k,
                double[] margin, int length) {
            if (length == 0) {
                return 0;
            }
            VectorSpecies<Double> d = Species.DOUBLES;
            DoubleVector zero = DoubleVector.zero(d);
            int end = d.loopBound(length);
            for (int i = 0; i < end; i += d.length()) {
                DoubleVector a = DoubleVector.fromArray(d, alpha, i);
                DoubleVector p = DoubleVector.fromArray(d, u, i);
                DoubleVector m = DoubleVector.fromArray(d, mass, i);
                DoubleVector s = DoubleVector.fromArray(d, sum, i);
                DoubleVector value = DoubleVector.fromArray(d, k, i);
                int j = done;
                // No method is called on a vector that is carried around the loop or leaves at its top, for the reason that is told
                // in Species.
                do {
                    m = a.sub(j * beta).mul(RECIPROCALS[j + 1]).mul(m);
                    s = m.add(s);
                    value = zero.blend(1, p.compare(VectorOperators.GE, s)).add(value);
                } while (++j < done + STEPS);
                m.intoArray(mass, i);
                s.intoArray(sum, i);
                value.intoArray(k, i);
                s.sub(p).intoArray(margin, i);
            }
            return end;
        }
    }
}
