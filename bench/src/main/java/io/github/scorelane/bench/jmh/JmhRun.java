package io.github.scorelane.bench.jmh;

import io.github.scorelane.bench.speed.LanesProfiler;
import io.github.scorelane.bench.speed.OnDemand;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** A run of JMH. Its own command line goes before what is set here. */
final class JmhRun {
    private static final TimeValue HALF_A_SECOND = TimeValue.milliseconds(500);

    private final CommandLineOptions commandLine;
    private final boolean isShort;

    JmhRun(List<String> jmhArguments, boolean isShort) throws CommandLineOptionException {
        commandLine = new CommandLineOptions(jmhArguments.toArray(String[]::new));
        this.isShort = isShort;
    }

    void run(Path json) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder().parent(commandLine)
                .addProfiler(GCProfiler.class).addProfiler(LanesProfiler.class).shouldFailOnError(true)
                .resultFormat(ResultFormatType.JSON).result(json.toString());
        if (!commandLine.getJvmArgs().hasValue()) {
            options.jvmArgs(); // or the forks would take over this JVM's own, with this machine's paths in them
        }
        if (commandLine.getIncludes().isEmpty()) {
            for (String pattern : OnDemand.patterns()) {
                options.exclude(pattern);
            }
        }
        if (isShort) {
            shorten(options);
        }
        new Runner(options.build()).run();
    }

    /** Leaves one size and one fork. The warm-up stays: without it, it is the interpreter that is measured. */
    private void shorten(ChainedOptionsBuilder options) {
        if (!commandLine.getParameter("size").hasValue()) {
            options.param("size", "1024");
        }
        options.forks(commandLine.getForkCount().orElse(1))
                .warmupIterations(commandLine.getWarmupIterations().orElse(3))
                .measurementIterations(commandLine.getMeasurementIterations().orElse(3))
                .measurementTime(commandLine.getMeasurementTime().orElse(HALF_A_SECOND));
    }
}
