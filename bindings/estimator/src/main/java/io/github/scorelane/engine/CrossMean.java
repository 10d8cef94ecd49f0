package io.github.scorelane.engine;

/** The mean of f, for a lane over the other seven: what few groups allow. A lane without others subtracts nothing from f. */
public final class CrossMean extends CrossFit {
    /** An instance. */
    public CrossMean() {}

    @Override
    public int minSamples() {
        return 2;
    }

    @Override
    public int minSamplesForError() {
        return 2;
    }

    @Override
    int fit(FunctionTotals f, ScoreTotals s, double[] constants, Evidence evidence) {
        for (int q = 0; q < LANES; q++) {
            double sum = 0;
            long n = 0;
            for (int l = 0; l < LANES; l++) {
                if (l != q) {
                    sum += f.f(l);
                    n += f.n(l);
                }
            }
            // Not 0, which is c of f: c holds samples of this lane.
            constants[q] = n == 0 ? -f.centre() : sum / n;
        }
        return Choices.NONE;
    }
}
