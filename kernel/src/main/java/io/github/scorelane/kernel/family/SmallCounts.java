package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * Draws for the small means of a block in which each draw has a parameter of its own, by {@link SearchFromZero}. The mean, α and ln
 * p(0) of such laws are multiples of the parameter.
 *
 * @param mean the mean for the parameter 1
 * @param alpha α for the parameter 1
 * @param beta β
 * @param logAtZero ln p(0) for the parameter 1
 */
record SmallCounts(double mean, double alpha, double beta, double logAtZero) {
    /** Least mean that is drawn by rejection. */
    static final double LEAST_OF_REJECTION = 10;

    /**
     * Draws for the small means on a list, and takes their places off it.
     *
     * @param parameters the parameter of each draw of the block
     * @param words the words of the block
     * @param places the listed places
     * @param listed number of listed places
     * @param x receives the draws
     * @param offset index of the block's first draw in x
     * @return number of places that are left on the list
     */
    int takeOff(double[] parameters, long[] words, long[] places, int listed, double[] x, int offset) {
        Workspace workspace = Workspace.ofThread();
        long[] small = workspace.longs();
        double[] alphas = workspace.doubles();
        double[] masses = workspace.doubles();
        double[] uniforms = workspace.doubles();
        int few = 0;
        int count = 0;
        for (int i = 0; i < listed; i++) {
            long place = places[i];
            boolean isSmall = parameters[(int) place] * mean < LEAST_OF_REJECTION;
            small[few] = place;
            places[count] = place;
            few += isSmall ? 1 : 0;
            count += isSmall ? 0 : 1;
        }
        for (int i = 0; i < few; i++) {
            int place = (int) small[i];
            alphas[i] = parameters[place] * alpha;
            masses[i] = parameters[place] * logAtZero;
            uniforms[i] = SplitStream.uniformOf(words[place]);
        }
        Exp.exp(masses, 0, masses, 0, few);
        SearchFromZero.invert(alphas, beta, uniforms, masses, x, offset, small, few);
        workspace.giveBack(3, 1);
        return count;
    }
}
