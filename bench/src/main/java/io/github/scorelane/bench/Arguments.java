package io.github.scorelane.bench;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The command line: options of this program, and all others, which are JMH's.
 *
 * @param topic the second half of the results folder's name
 * @param isShort whether to measure in under three minutes
 * @param write whether to write into jmh-results even if not everything was measured in full
 * @param report the folder whose tables are to be made anew, instead of measuring
 * @param jmh what is left
 */
record Arguments(String topic, boolean isShort, boolean write, Optional<String> report, List<String> jmh) {
    static final String USAGE = """
            -short            measure in under three minutes, into bench/target/jmh-results
            -topic NAME       results go to jmh-results/<date>-NAME (default: normal)
            -write            write to jmh-results though the run is short or partial
            -report FOLDER    do not measure: make the tables of a folder of results anew
            All other arguments are JMH's; among them a regular expression that names benchmarks:
            """;

    static Arguments parse(String... args) {
        String topic = "normal";
        boolean isShort = false;
        boolean write = false;
        Optional<String> report = Optional.empty();
        List<String> jmh = new ArrayList<>();
        Deque<String> rest = new ArrayDeque<>(Arrays.asList(args));
        while (!rest.isEmpty()) {
            String arg = rest.pop();
            switch (arg) {
                case "-short" -> isShort = true;
                case "-write" -> write = true;
                case "-topic" -> topic = topic(value(arg, rest));
                case "-report" -> report = Optional.of(value(arg, rest));
                default -> jmh.add(arg);
            }
        }
        return new Arguments(topic, isShort, write, report, List.copyOf(jmh));
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return rest.pop();
    }

    private static String topic(String name) {
        if (!name.matches("[a-z0-9][a-z0-9-]*")) {
            throw new IllegalArgumentException("topic is not of small letters, digits and hyphens: " + name);
        }
        return name;
    }
}
