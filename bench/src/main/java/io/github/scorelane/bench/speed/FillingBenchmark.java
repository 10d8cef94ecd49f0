package io.github.scorelane.bench.speed;

/** A benchmark whose work fills the same arrays at each call. Its method, of the name that results have, calls {@link #fill}. */
public abstract class FillingBenchmark extends ArrayBenchmark {
    private Runnable run;
    private Object result;

    /** Makes the work of the implementation that is asked for, on arrays of the size that is. */
    abstract ArrayWork make();

    /** Works once, and returns the arrays, so that the compiler cannot leave the work out. */
    final Object fill() {
        run.run();
        return result;
    }

    @Override
    final void prepare() {
        ArrayWork work = make();
        run = work.run();
        result = work.result();
    }
}
