package io.github.scorelane.engine.run;

import io.github.scorelane.engine.draw.BlockSampler;
import io.github.scorelane.engine.sum.Problem;
import io.github.scorelane.engine.sum.SumLayout;
import io.github.scorelane.engine.unit.Scale;
import io.github.scorelane.kernel.sum.EightLanes;
import io.github.scorelane.kernel.sum.FunctionSums;
import java.util.List;

/**
 * State of a {@link BlockRun} after some whole blocks, with all that it takes to go on to the same bits. What a pilot fitted is not
 * kept, but is fitted again. Arrays are not to be changed.
 *
 * @param wholeBlocks the number of blocks that were summed whole
 * @param residualBlocks the number of blocks, after those, whose residuals were summed
 * @param centre the mean c of f over block 0
 * @param scale the units in which f and the scores were summed
 * @param whole the nodes of the tree over the former, those of most blocks first
 * @param residuals the nodes of the tree over the latter
 */
public record RunState(long wholeBlocks, long residualBlocks, double centre, Scale scale, List<double[]> whole,
        List<double[]> residuals) {
    /** The most blocks of a run. */
    public static final long MAX_BLOCKS = Problem.MAX_SAMPLES / BlockSampler.BLOCK;

    /** Tolerance for f over block 0, which is worked again: far more than machines differ in, and far less than functions do. */
    private static final double TOLERANCE = 1e-9;

    /** Returns the number of blocks. */
    public long blocks() {
        return wholeBlocks + residualBlocks;
    }

    /** Returns the number of samples, 1024 for each block. */
    public long samples() {
        return blocks() * BlockSampler.BLOCK;
    }

    /**
     * Tells from the sums whether f was one number at all samples: its mean was that number, and its spread is below what any other
     * double would make of it. Rounding leaves at most a 2^-69th of a constant f.
     */
    boolean hadOneValue(double value) {
        double f = 0;
        double ff = 0;
        for (List<double[]> nodes : List.of(whole, residuals)) {
            for (double[] node : nodes) {
                f += EightLanes.fold(node, FunctionSums.F);
                ff += EightLanes.fold(node, FunctionSums.FF);
            }
        }
        double mean = f / samples();
        double spread = Math.sqrt(Math.max(0, ff - f * mean) / samples());
        double inUnits = Math.scalb(value, -scale.function());
        return Math.abs(centre + mean - inUnits) <= 0x1p-40 * Math.abs(inUnits) && spread <= 0x1p-66 * Math.abs(inUnits);
    }

    /** Refuses to go on if block 0 has another mean or other sums than it had, because f or the distribution is another. */
    void requireSameFirstBlock(double mean, double[] node) {
        double squares = EightLanes.fold(node, FunctionSums.FF) / BlockSampler.BLOCK;
        if (!(Math.abs(mean - centre) <= TOLERANCE * (Math.abs(centre) + Math.sqrt(squares)))) {
            throw new IllegalArgumentException("checkpoint is of another f, or of another distribution of the same parameters: the"
                    + " mean of f over the first 1024 samples is " + mean + ", and was " + centre);
        }
    }

    /** Refuses to go on if the nodes do not suit the sums of a problem. */
    void requireFits(Problem problem, SumLayout layout) {
        boolean fits = haveUnits(problem) && wholeBlocks <= problem.wholeUnits()
                && (residualBlocks == 0 || wholeBlocks == problem.wholeUnits())
                && have(whole, wholeBlocks, layout.length()) && have(residuals, residualBlocks, layout.residualsLength());
        if (!fits) {
            throw new IllegalArgumentException("checkpoint has other sums than this estimator: it is of another problem");
        }
    }

    private boolean haveUnits(Problem problem) {
        return scale.scores() == null || scale.scores().length == problem.rows();
    }

    private static boolean have(List<double[]> nodes, long blocks, int length) {
        return nodes.size() == Long.bitCount(blocks) && nodes.stream().allMatch(node -> node.length == length);
    }
}
