package io.github.scorelane.bench.cold;

/**
 * The figures of a JVM, and of one of twins that ran next to it. Times are in seconds since the first use; NaN stands for numbers
 * of samples that were not reached.
 *
 * @param scenario the work that was done
 * @param jvm the pair's number
 * @param cpu5 the processor time of the whole process until 1e5 samples
 * @param cpu6 the same until 1e6
 * @param cpu7 the same until 1e7
 * @param cpu8 the same until 1e8
 * @param wall5 the time on the wall until 1e5 samples
 * @param wall6 the same until 1e6
 * @param wall7 the same until 1e7
 * @param wall8 the same until 1e8
 * @param twinsCpu5 the twins' processor time until 1e5 samples
 * @param twinsCpu6 the same until 1e6
 * @param twinsCpu7 the same until 1e7
 * @param twinsCpu8 the same until 1e8
 * @param twinsWall5 the twins' time on the wall until 1e5 samples
 * @param twinsWall6 the same until 1e6
 * @param twinsWall7 the same until 1e7
 * @param twinsWall8 the same until 1e8
 * @param regretCpu worst ratio of processor times, from 50 ms of the twins on
 * @param regretWall the same of times on the wall
 * @param firstRegretCpu worst ratio of processor times, from the first estimate on
 * @param wholeRegretCpu worst ratio of processor times since the JVM's start
 * @param wholeRegretWall the same of times on the wall
 * @param steadyCpu processor time until the steady state
 * @param steadyWall time on the wall until then
 * @param twinsSteadyCpu the twins' processor time until theirs
 * @param speed the nanoseconds a sample in the end
 * @param twinsSpeed the same of the twins
 * @param bytes the bytes allocated by sample
 * @param twinsBytes the same of the twins
 */
public record ColdRow(Scenario scenario, int jvm, double cpu5, double cpu6, double cpu7, double cpu8,
        double wall5, double wall6, double wall7, double wall8, double twinsCpu5, double twinsCpu6, double twinsCpu7,
        double twinsCpu8, double twinsWall5, double twinsWall6, double twinsWall7, double twinsWall8,
        double regretCpu, double regretWall, double firstRegretCpu, double wholeRegretCpu, double wholeRegretWall,
        double steadyCpu, double steadyWall, double twinsSteadyCpu, double speed, double twinsSpeed,
        double bytes, double twinsBytes) {
    /** Below that the clock's steps, and who of two JVMs read its classes from a colder disk, decide a ratio. */
    private static final double LEAST = 50e6;

    /** The figures of two series. */
    public static ColdRow of(Scenario scenario, int jvm, Series ours, Series twins) {
        SteadyState steady = new SteadyState(ours);
        SteadyState twinsSteady = new SteadyState(twins);
        return new ColdRow(scenario, jvm,
                time(ours, ours.cpu(), 1e5), time(ours, ours.cpu(), 1e6), time(ours, ours.cpu(), 1e7), time(ours, ours.cpu(), 1e8),
                time(ours, ours.wall(), 1e5), time(ours, ours.wall(), 1e6), time(ours, ours.wall(), 1e7),
                time(ours, ours.wall(), 1e8),
                time(twins, twins.cpu(), 1e5), time(twins, twins.cpu(), 1e6), time(twins, twins.cpu(), 1e7),
                time(twins, twins.cpu(), 1e8),
                time(twins, twins.wall(), 1e5), time(twins, twins.wall(), 1e6), time(twins, twins.wall(), 1e7),
                time(twins, twins.wall(), 1e8),
                Regret.worst(ours, ours.cpu(), twins, twins.cpu(), LEAST),
                Regret.worst(ours, ours.wall(), twins, twins.wall(), LEAST),
                Regret.worst(ours, ours.cpu(), twins, twins.cpu(), 0),
                Regret.worst(ours, ours.cpu(), twins, twins.cpu(), new long[] {ours.cpuBefore(), twins.cpuBefore()}, 0),
                Regret.worst(ours, ours.wall(), twins, twins.wall(), new long[] {ours.wallBefore(), twins.wallBefore()}, 0),
                steady.beginning(ours.cpu()) * 1e-9, steady.beginning(ours.wall()) * 1e-9,
                twinsSteady.beginning(twins.cpu()) * 1e-9, steady.lastSpeed(), twinsSteady.lastSpeed(),
                ours.bytesPerSample(), twins.bytesPerSample());
    }

    private static double time(Series series, long[] column, double samples) {
        return series.at(column, samples) * 1e-9;
    }
}
