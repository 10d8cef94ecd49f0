package io.github.scorelane.bench.variance;

import io.github.scorelane.bench.machine.Machine;
import io.github.scorelane.bench.variance.Subject.Problem;
import io.github.scorelane.bench.variance.VarianceMeasurements.TimeRow;
import io.github.scorelane.bench.variance.VarianceMeasurements.VarianceRow;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Takes all variances, and then, all code hot, all times. */
public final class VarianceRun {
    private final VarianceSettings settings;

    /** Creates a run of a size. */
    public VarianceRun(VarianceSettings settings) {
        this.settings = settings;
    }

    /** Measures, and says so on standard output as it goes. */
    public VarianceMeasurements measure(Machine machine) {
        long start = System.nanoTime();
        Map<Subject, Problem> problems = new EnumMap<>(Subject.class);
        for (Subject subject : Subject.values()) {
            problems.put(subject, subject.problem(settings));
        }
        List<VarianceRow> variances = new ArrayList<>();
        problems.forEach((subject, problem) -> {
            for (int samples : settings.samples()) {
                variances.addAll(GradientVariances.measure(subject, problem, samples, settings.seeds(subject)));
            }
            say("variances of " + subject.title(), start);
        });
        TimeStudy study = new TimeStudy(settings.seconds());
        List<TimeRow> times = new ArrayList<>();
        problems.forEach((subject, problem) -> {
            for (int samples : settings.samples()) {
                times.addAll(study.measure(subject, problem, samples));
            }
            say("times of " + subject.title(), start);
        });
        return new VarianceMeasurements(machine.lines(), settings, variances, times);
    }

    private static void say(String what, long start) {
        System.out.printf("%s, after %.1f s%n", what, (System.nanoTime() - start) * 1e-9);
    }
}
