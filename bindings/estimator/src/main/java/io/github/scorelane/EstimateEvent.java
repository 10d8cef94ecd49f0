package io.github.scorelane;

import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.engine.conditional.ConditionalProblem;
import io.github.scorelane.engine.draw.UnivariateAsVector;
import io.github.scorelane.engine.flight.ThrottleControl;
import io.github.scorelane.engine.result.Outcome;
import io.github.scorelane.engine.sum.Problem;
import io.github.scorelane.engine.thread.Threads;
import io.github.scorelane.kernel.Lanes;
import java.util.List;
import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Frequency;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.SettingDefinition;
import jdk.jfr.StackTrace;

/** Tells the JDK's Flight Recorder of an estimate. */
@Name("io.github.scorelane.Estimate")
@Label("Estimate")
@Category("Scorelane")
@Description("An estimated gradient, Hessian or Jacobian, the gradients of many rows, or a loop over blocks, in the thread that"
        + " asked for it. One that ends with an exception is not recorded; of more than 1000 at once, and 1000 each second"
        + " after, those are that the setting throttle lets pass: with throttle=off each one is.")
@StackTrace(false)
final class EstimateEvent extends Event {
    @Label("Estimate")
    @Description("A number that the ranges of its blocks carry too")
    private long estimate;

    @Label("Left Out")
    @Description("Estimates since the event before that were not recorded, for there were more than the throttle lets pass")
    private long leftOut;

    @Label("Estimator")
    private Class<?> estimator;

    @Label("Method")
    @Description("estimate, hessian, jacobian, forEachBlock or, of a ConditionalEstimator, estimate or estimateGradient")
    private String method;

    @Label("Distribution")
    private Class<?> distribution;

    @Label("Dimension")
    @Description("Number of coordinates of a sample")
    private int dimension;

    @Label("Parameters")
    @Description("Number of parameters; those of a Hessian's estimate are its elements, too; of rows, those of each")
    private int parameters;

    @Label("Outputs")
    @Description("Number of values of f: of a Jacobian its rows, else 1")
    private int outputs;

    @Label("Rows")
    @Description("Number of rows of a ConditionalEstimator, else 1")
    private int rows;

    @Label("Samples")
    @Description("Number of samples, of all rows together")
    private long samples;

    @Label("Baseline")
    @Description("What is subtracted from f; null where nothing could be")
    private String baseline;

    @Label("Sampling Plan")
    private String plan;

    @Label("Stop Reason")
    @Description("Why there are no more samples: SAMPLES where it was asked for so many")
    private String stopReason;

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
    @Description("The largest ratio of a component's standard error to its magnitude; NaN where it is not known")
    private double largestRelativeStandardError;

    private EstimateEvent() {}

    /** Returns an event that begins now, by the estimate's own clock; null if it is not recorded. */
    static EstimateEvent begun(long now) {
        EstimateEvent event = new EstimateEvent();
        if (!event.isEnabled()) {
            return null;
        }
        long number = ThrottleControl.admit(now);
        if (number == 0) {
            return null;
        }
        event.estimate = number;
        event.begin();
        return event;
    }

    /** Returns the number that the ranges of its blocks are to carry, which is not 0. */
    long number() {
        return estimate;
    }

    @SettingDefinition
    @Label("Throttle")
    @Description("The most estimates that are recorded, as 1000/s: so many at once, and as many each second after; or off")
    @SuppressWarnings("unused") // The Flight Recorder calls it, when what it decides was decided before the estimate began.
    private boolean throttle(ThrottleControl control) {
        return true;
    }

    /** Records that the estimate is made, of one function or several. */
    void commit(String asked, Problem problem, Threads workers, WorkDone done, List<Outcome> outcomes) {
        end();
        if (shouldCommit()) {
            MultivariateDistribution drawn = problem.model().distribution();
            distribution = (drawn instanceof UnivariateAsVector one ? one.distribution() : drawn).getClass();
            dimension = drawn.dimension();
            parameters = problem.rows();
            outputs = Math.max(1, outcomes.size());
            rows = 1;
            baseline = outcomes.isEmpty() ? null : done.baseline().toString();
            threads = outcomes.isEmpty() ? 1 : workers.count();
            double error = outcomes.isEmpty() ? Double.NaN : 0;
            for (Outcome outcome : outcomes) {
                error = Math.max(error, outcome.largestRelativeError());
            }
            commit(ScoreFunctionEstimator.class, asked, done.samples(), done, error);
        }
    }

    /** Records that the estimates of many rows are made. */
    void commit(String asked, ConditionalProblem problem, WorkDone done, double error) {
        end();
        if (shouldCommit()) {
            distribution = problem.distribution().getClass();
            dimension = 1;
            parameters = problem.parameters().length;
            outputs = 1;
            rows = problem.parameters()[0].length;
            baseline = done.baseline().toString();
            threads = problem.threads().count();
            commit(ConditionalEstimator.class, asked, rows * done.samples(), done, error);
        }
    }

    private void commit(Class<?> by, String asked, long number, WorkDone done, double error) {
        leftOut = ThrottleControl.takeRefused();
        estimator = by;
        method = asked;
        samples = number;
        plan = done.plan().toString();
        stopReason = done.reason().name();
        vectorBits = Lanes.BITS;
        seed = done.seed().orElse(0);
        samplesPerSecond = number * 1e9 / done.elapsed().toNanos();
        largestRelativeStandardError = error;
        commit();
    }
}
