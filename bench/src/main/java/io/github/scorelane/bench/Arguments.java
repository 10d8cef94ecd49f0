package io.github.scorelane.bench;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The command line: options of this program, and all others, which are JMH's or the paired runner's.
 *
 * @param topic the second half of the results folder's name
 * @param isShort whether to measure in under three minutes
 * @param write whether to write into jmh-results even if not everything was measured in full
 * @param report the folder whose tables are to be made anew, instead of measuring
 * @param runner what measures
 * @param rest what is left
 */
record Arguments(String topic, boolean isShort, boolean write, Optional<String> report, Runner runner,
        List<String> rest) {
    /** What measures. */
    enum Runner { JMH, PAIRED, FAMILIES, SCALING, PAPERS, VARIANCE, HONESTY, COLD }

    static final String USAGE = """
            -short            measure in under three minutes, into bench/target/jmh-results
            -topic NAME       results go to jmh-results/<date>-NAME (default: normal, or the name of what is measured)
            -write            write to jmh-results though the run is short or partial
            -report FOLDER    do not measure: make the tables of a folder of results anew
            -paired [REGEX]   measure pairs that take turns, all or those that are named, instead of JMH's benchmarks;
                              -jvmArgs "FLAGS" go to their JVMs
            -families [REGEX] measure families of distributions in such pairs, all or those that are named
            -scaling          measure how an estimate's time grows with samples, coordinates and threads
            -papers           do two papers again: sensitivities of options, variances of gradients
            -variance         compare estimators: the variances of their gradients, and time × variance
            -honesty [REGEX]  how often intervals hold the truth, and variances, for all families or those that are named
            -cold [REGEX]     fresh JVMs beside their scalar twins, whole programs, special values: all or those that are named;
                              -jvmArgs "FLAGS" go to all JVMs
            All other arguments are JMH's; among them a regular expression that names benchmarks:
            """;

    static Arguments parse(String... args) {
        Optional<String> topic = Optional.empty();
        boolean isShort = false;
        boolean write = false;
        Optional<String> report = Optional.empty();
        Runner runner = Runner.JMH;
        List<String> rest = new ArrayList<>();
        Deque<String> remaining = new ArrayDeque<>(Arrays.asList(args));
        while (!remaining.isEmpty()) {
            String arg = remaining.pop();
            switch (arg) {
                case "-short" -> isShort = true;
                case "-write" -> write = true;
                case "-paired" -> runner = Runner.PAIRED;
                case "-families" -> runner = Runner.FAMILIES;
                case "-scaling" -> runner = Runner.SCALING;
                case "-papers" -> runner = Runner.PAPERS;
                case "-variance" -> runner = Runner.VARIANCE;
                case "-honesty" -> runner = Runner.HONESTY;
                case "-cold" -> runner = Runner.COLD;
                case "-topic" -> topic = Optional.of(topic(value(arg, remaining)));
                case "-report" -> report = Optional.of(value(arg, remaining));
                default -> rest.add(arg);
            }
        }
        String unnamed = switch (runner) {
            case FAMILIES -> "families";
            case PAPERS -> "papers";
            case VARIANCE -> "variance";
            case HONESTY -> "honesty";
            case COLD -> "cold";
            default -> "normal";
        };
        return new Arguments(topic.orElse(unnamed), isShort, write, report, runner, List.copyOf(rest));
    }

    static String value(String option, Deque<String> remaining) {
        if (remaining.isEmpty()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return remaining.pop();
    }

    private static String topic(String name) {
        if (!name.matches("[a-z0-9][a-z0-9-]*")) {
            throw new IllegalArgumentException("topic is not of small letters, digits and hyphens: " + name);
        }
        return name;
    }
}
