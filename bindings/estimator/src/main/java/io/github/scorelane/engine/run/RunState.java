package io.github.scorelane.engine.run;

import io.github.scorelane.engine.draw.BlockSampler;
import io.github.scorelane.engine.sum.Problem;
import io.github.scorelane.engine.sum.SumLayout;
import io.github.scorelane.engine.unit.Scale;
import io.github.scorelane.kernel.sum.EightLanes;
import io.github.scorelane.kernel.sum.FunctionSums;
import java.util.List;

/**
 * Where a {@link BlockRun} stands after some whole blocks: all that it takes to go on, to the same bits. What a pilot fitted is
 * not among it, but is fitted again. Arrays are not to be changed.
 *
 * @param wholeBlocks how many blocks were summed whole
 * @param residualBlocks of how many, after those, the residuals were summed
 * @param centre c, the mean of f over block 0
 * @param scale in which units f and the scores were summed
 * @param whole what is kept of the sums of the first, the nodes of most blocks first
 * @param residuals what is kept of the sums of the others
 */
public record RunState(long wholeBlocks, long residualBlocks, double centre, Scale scale, List<double[]> whole,
        List<double[]> residuals) {
    /** The most blocks of a run. */
    public static final long MAX_BLOCKS = Problem.MAX_SAMPLES / BlockSampler.BLOCK;

    /** Of f over block 0, that is worked again: far more than libraries and machines differ in, far less than functions do. */
    private static final double TOLERANCE = 1e-9;

    /**
     * How many blocks there are.
     *
     * @return their number
     */
    public long blocks() {
        return wholeBlocks + residualBlocks;
    }

    /**
     * How many samples there are.
     *
     * @return 1024 for each block
     */
    public long samples() {
        return blocks() * BlockSampler.BLOCK;
    }

    /**
     * Whether f was one number at all samples, as their sums tell: its mean was that number, and its spread below what any other
     * double would make of it. What rounding leaves of a constant f is a 2^-69th of it at most.
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

    void requireSameFirstBlock(double mean, double[] node) {
        double squares = EightLanes.fold(node, FunctionSums.FF) / BlockSampler.BLOCK;
        if (!(Math.abs(mean - centre) <= TOLERANCE * (Math.abs(centre) + Math.sqrt(squares)))) {
            throw new IllegalArgumentException("checkpoint is of another f, or of another distribution of the same parameters: the"
                    + " mean of f over the first 1024 samples is " + mean + ", and was " + centre);
        }
    }

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
