package io.github.scorelane.bench.papers;

import io.github.scorelane.bench.machine.Machine;
import java.util.List;
import java.util.function.Supplier;

/** Does the papers again. */
public final class PapersRun {
    private static final long SEED = 1996;

    private final PapersSettings settings;

    /** Creates a run of a size. */
    public PapersRun(PapersSettings settings) {
        this.settings = settings;
    }

    /** Works it, and says so on standard output as it goes. */
    public PapersMeasurements measure(Machine machine) {
        OptionStudy options = new OptionStudy(settings.paths(), settings.longRun(), SEED);
        CostStudy costs = new CostStudy(settings.grid(), settings.samples(), SEED);
        RegressionStudy regression = new RegressionStudy(settings.steps(), settings.interval(), settings.evaluationSamples(),
                settings.fits());
        return new PapersMeasurements(machine.lines(), settings,
                said("sensitivities of options", options::measure),
                said("variances of gradients of three costs", costs::measure),
                said("points of five fits", regression::curves),
                said("ends of fits", regression::ends));
    }

    private static <T> List<T> said(String what, Supplier<List<T>> study) {
        long start = System.nanoTime();
        List<T> points = study.get();
        System.out.printf("%,d %s in %.1f s%n", points.size(), what, (System.nanoTime() - start) * 1e-9);
        return points;
    }
}
