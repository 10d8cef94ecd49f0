package io.github.scorelane.bench.family;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;

/** The operations of a family that are measured. */
public enum Operation {
    /** Draws. */
    SAMPLE(FamilyWork::sample, FamilyWork::points),
    /** Log densities. */
    LOG_PDF(FamilyWork::logPdf, FamilyWork::logPdfs),
    /** Scores of points. */
    GRAD_LOG_PDF(FamilyWork::gradLogPdf, FamilyWork::gradient),
    /** Draws and their scores. */
    BOTH(FamilyWork::both, FamilyWork::gradient);

    private final Consumer<FamilyWork> work;
    private final Function<FamilyWork, Object> result;

    Operation(Consumer<FamilyWork> work, Function<FamilyWork, Object> result) {
        this.work = work;
        this.result = result;
    }

    /** The name in tables and files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** One call. */
    public Runnable of(FamilyWork family) {
        return () -> work.accept(family);
    }

    /** The arrays that a call fills. */
    public Object result(FamilyWork family) {
        return result.apply(family);
    }
}
