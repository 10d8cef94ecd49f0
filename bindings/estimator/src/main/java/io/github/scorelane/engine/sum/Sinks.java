package io.github.scorelane.engine.sum;

/** Sources of the sinks of each phase and grouping, given the centres of the outputs; null before the first block has told them. */
public final class Sinks {
    private static final SinkSource FIRST_WHOLE =
            (problem, o, scratch, function) -> new WholeSink(problem, o, scratch, function, Double.NaN);

    private Sinks() {}

    /** Returns the sums that baselines are fitted to. */
    public static SinkSource whole(double[] centres) {
        return centres == null ? FIRST_WHOLE
                : (problem, o, scratch, function) -> new WholeSink(problem, o, scratch, function, centres[o]);
    }

    /** Returns the sums of what is left when a pilot's baselines are subtracted. */
    public static SinkSource residuals(double[] centres, Subtracted[] subtracted) {
        return (problem, o, scratch, function) ->
                new ResidualSink(problem, o, scratch, function, centre(centres, o), subtracted[o]);
    }

    /** Returns the sums of antithetic pairs. */
    public static SinkSource pairs(double[] centres) {
        return (problem, o, scratch, function) -> new PairSink(problem, o, scratch, centre(centres, o));
    }

    /** Returns the sums of strata. */
    public static SinkSource strata(double[] centres) {
        return (problem, o, scratch, function) -> new StrataSink(problem, o, scratch, centre(centres, o));
    }

    /** Returns the sums of replicates. */
    public static SinkSource replicates(double[] centres) {
        return (problem, o, scratch, function) -> new ReplicateSink(problem, o, scratch, centre(centres, o));
    }

    private static double centre(double[] centres, int output) {
        return centres == null ? Double.NaN : centres[output];
    }
}
