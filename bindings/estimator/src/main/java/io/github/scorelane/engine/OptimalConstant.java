package io.github.scorelane.engine;

/**
 * The constant that makes the variance least, E[f s²]/E[s²], of each component: for a lane, fitted to the other seven,
 * b_q = Σ f s²/Σ s². A lane whose others have no score but 0 subtracts nothing from f.
 *
 * <p>Source: E. Greensmith, P. L. Bartlett, J. Baxter, <i>Variance reduction techniques for gradient estimates in reinforcement
 * learning</i>, 2004; V. Chernozhukov et al., <i>Double/debiased machine learning</i>, 2018 (cross-fitting).
 */
public final class OptimalConstant extends CrossFit {
    /** An instance. */
    public OptimalConstant() {}

    @Override
    public int minSamples() {
        return 2;
    }

    @Override
    public int minSamplesForError() {
        return 16;
    }

    @Override
    int fit(FunctionTotals f, ScoreTotals s, double[] constants, Evidence evidence) {
        for (int q = 0; q < LANES; q++) {
            double fss = 0;
            double ss = 0;
            for (int l = 0; l < LANES; l++) {
                if (l != q) {
                    fss += s.fss(l);
                    ss += s.ss(l);
                }
            }
            // Not 0, which is c of f: c holds samples of this lane.
            constants[q] = ss == 0 ? -f.centre() : fss / ss;
        }
        return Choices.NONE;
    }
}
