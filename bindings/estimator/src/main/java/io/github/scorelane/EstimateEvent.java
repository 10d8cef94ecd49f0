package io.github.scorelane;

import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.engine.OneColumn;
import io.github.scorelane.engine.Outcome;
import io.github.scorelane.engine.PlannedDistribution;
import io.github.scorelane.engine.Problem;
import io.github.scorelane.engine.SecondOrder;
import io.github.scorelane.kernel.Lanes;
import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Frequency;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** What the JDK's Flight Recorder is told of an estimate. */
@Name("io.github.scorelane.Estimate")
@Label("Estimate")
@Category("Scorelane")
@Description("An estimated gradient, in the thread that asked for it. One that ends with an exception is not recorded.")
@StackTrace(false)
final class EstimateEvent extends Event {
    @Label("Estimator")
    private Class<?> estimator;

    @Label("Distribution")
    private Class<?> distribution;

    @Label("Dimension")
    @Description("Number of coordinates of a sample")
    private int dimension;

    @Label("Parameters")
    @Description("Number of parameters, and so of components of the gradient")
    private int parameters;

    @Label("Samples")
    private long samples;

    @Label("Baseline")
    private String baseline;

    @Label("Threads")
    @Description("The most threads that may have worked, the calling one among them")
    private int threads;

    @Label("Vector Bits")
    @Description("Width of a vector, or 0 where the scalar twins did all the work")
    @DataAmount(DataAmount.BITS)
    private int vectorBits;

    @Label("Seed")
    @Description("The user's, or the fresh one that was taken: with it the estimate is made again; 0 of recorded samples")
    private long seed;

    @Label("Samples per Second")
    @Frequency
    private double samplesPerSecond;

    @Label("Largest Relative Standard Error")
    @Description("The largest ratio of a component's standard error to its magnitude; NaN where there are too few samples")
    private double largestRelativeStandardError;

    private EstimateEvent() {}

    /** An event that has begun, or null if none is recorded. */
    static EstimateEvent begun() {
        EstimateEvent event = new EstimateEvent();
        if (!event.isEnabled()) {
            return null;
        }
        event.begin();
        return event;
    }

    /** The estimate is made. */
    void commit(Class<?> madeBy, Problem problem, Outcome outcome, Estimate estimate) {
        end();
        if (shouldCommit()) {
            estimator = madeBy;
            MultivariateDistribution drawn = switch (problem.distribution()) {
                case SecondOrder second -> second.distribution();
                case PlannedDistribution planned -> planned.distribution();
                case MultivariateDistribution other -> other;
            };
            distribution = (drawn instanceof OneColumn one ? one.distribution() : drawn).getClass();
            dimension = problem.distribution().dimension();
            parameters = problem.parameters();
            samples = estimate.samples();
            baseline = estimate.baseline().toString();
            threads = problem.threads().count();
            vectorBits = Lanes.BITS;
            seed = estimate.hasSeed() ? estimate.seed() : 0;
            samplesPerSecond = samples * 1e9 / estimate.elapsed().toNanos();
            largestRelativeStandardError = outcome.largestRelativeError();
            commit();
        }
    }
}
