package io.github.scorelane;

import io.github.scorelane.engine.evaluate.OneValue;
import io.github.scorelane.engine.result.Outcome;
import io.github.scorelane.engine.stage.Goal;
import io.github.scorelane.engine.stage.Reporter;
import io.github.scorelane.engine.stage.StageEnd;
import io.github.scorelane.engine.stage.StagedRun;
import io.github.scorelane.engine.sum.BlockExecutor;
import io.github.scorelane.engine.sum.Problem;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Works an estimate in stages, as its request says, and tells afterwards how that ended. */
final class Stages {
    private final String estimator;
    private final EstimateRequest request;
    private final StageRequest staging;
    private final long seed;
    private final BlockExecutor executor;
    private ProblemIdentity identity;
    private StagedRun run;
    private Outcome outcome;
    private long pilotSamples;

    Stages(String estimator, EstimateRequest request, long seed, BlockExecutor executor) {
        this.estimator = estimator;
        this.request = request;
        this.seed = seed;
        this.executor = executor;
        staging = request.stages();
    }

    Outcome run(Problem problem) {
        Goal goal = staging.target() == null ? Goal.NONE : staging.target().goal();
        Problem limited = problem;
        if (staging.from() != null) {
            staging.from().identity().requireSame(identity(problem));
        }
        if (staging.target() != null && staging.target().isUnbiased()) {
            SplitStream stream = SplitStream.ofHashed(pilotSeed(seed));
            long[] found = StagedRun.pilot(problem.withStream(stream), goal, executor, request.threads().count());
            limited = problem.withSamples(found[0]);
            pilotSamples = found[1];
            goal = Goal.NONE;
        }
        if (staging.from() != null && staging.from().samples() > limited.samples()) {
            throw new IllegalArgumentException("checkpoint has " + staging.from().samples() + " samples, more than the "
                    + limited.samples() + " of this estimator");
        }
        Reporter reporter = staging.listener() == null ? null : standing -> {
            Progress progress = new Progress(standing, () -> new Checkpoint(identity(problem), standing.state().get()));
            staging.listener().accept(progress);
            return progress.close();
        };
        run = new StagedRun(limited, goal, staging.from() == null ? null : staging.from().state(), reporter, executor,
                request.threads().count());
        outcome = run.run();
        return outcome;
    }

    /** Returns the pilot's seed, which no user's own is likely to be: a word of the last of the substreams. */
    private static long pilotSeed(long seed) {
        return SplitStream.ofHashed(seed).substream((1L << 62) - 1).word(0);
    }

    private ProblemIdentity identity(Problem problem) {
        if (request.baseline().isFunction()) {
            throw new IllegalStateException("there is no checkpoint with a baseline that is a function, for it could not tell"
                    + " which: take another baseline");
        }
        if (identity == null) {
            identity = ProblemIdentity.of(estimator, problem.model().distribution(), request, seed);
        }
        return identity;
    }

    /** Returns how many samples were drawn. */
    long samples() {
        return run.samples();
    }

    /** Tells why no more were drawn. */
    StopReason reason() {
        return pilotSamples > 0 && run.reason() == StageEnd.SAMPLES && run.samples() < request.samples()
                ? StopReason.PILOT : StopReason.of(run.reason());
    }

    List<String> notes() {
        List<String> notes = new ArrayList<>();
        Target target = staging.target();
        if (target != null && target.hasError() && !target.goal().isMet(outcome)) {
            notes.add("The target is not met: " + target + ".");
        }
        if (pilotSamples > 0 && run.reason() == StageEnd.SAMPLES) {
            notes.add(String.format(Locale.ROOT, "A pilot of %,d other samples fixed the number of samples: value and gradient are"
                    + " unbiased.", pilotSamples));
        } else if (target != null && target.hasError()) {
            notes.add("The number of samples depended on their standard errors: value and gradient are biased, as the Javadoc"
                    + " of Target says.");
        }
        if (run.reason() == StageEnd.TIME) {
            notes.add("The number of samples depended on the time that they took: value and gradient are biased if that depends on"
                    + " the samples.");
        } else if (run.reason() == StageEnd.REPORTER) {
            notes.add("The number of samples depended on a listener: value and gradient are biased if it looked at them.");
        }
        if (staging.from() != null) {
            notes.add(String.format(Locale.ROOT, "The first %,d samples are those of a checkpoint, and not in the elapsed time.",
                    staging.from().samples()));
        }
        return notes;
    }

    /** Returns a note whether f had more than one value, after the run. */
    OneValue seen() {
        return run.seen();
    }
}
