package io.github.scorelane.bench;

import io.github.scorelane.bench.study.Selection;
import io.github.scorelane.bench.study.Study;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The command line: options of this program, and all others, which are the study's own.
 *
 * @param study the study that measures
 * @param topic the second half of the results folder's name
 * @param isShort tells whether to measure in a few minutes
 * @param write tells whether to write into jmh-results even if not everything was measured in full
 * @param report the folder whose tables are to be made anew, instead of measuring
 * @param isHelp tells whether help is all that is asked for
 * @param rest the arguments that are left
 */
record Arguments(Study<?> study, String topic, boolean isShort, boolean write, Optional<String> report, boolean isHelp,
        List<String> rest) {
    private static final String OPTIONS = """
            -short            measure in under three minutes, into bench/target/jmh-results
            -topic NAME       results go to jmh-results/<date>-NAME (default: normal, or the name of what is measured)
            -write            write to jmh-results though the run is short or partial
            -report FOLDER    do not measure: make the tables of a folder of results anew
            """;

    static Arguments parse(String... args) {
        Study<?> study = Studies.ALL.getFirst();
        Optional<String> topic = Optional.empty();
        boolean isShort = false;
        boolean write = false;
        Optional<String> report = Optional.empty();
        boolean isHelp = false;
        List<String> rest = new ArrayList<>();
        Deque<String> remaining = new ArrayDeque<>(Arrays.asList(args));
        while (!remaining.isEmpty()) {
            String arg = remaining.pop();
            Optional<Study<?>> named = Studies.ALL.stream().filter(other -> arg.equals("-" + other.name())).findFirst();
            switch (arg) {
                case "-short" -> isShort = true;
                case "-write" -> write = true;
                case "-h" -> isHelp = true;
                case "-topic" -> topic = Optional.of(topic(Selection.value(arg, remaining)));
                case "-report" -> report = Optional.of(Selection.value(arg, remaining));
                default -> {
                    if (named.isEmpty()) {
                        rest.add(arg);
                    }
                }
            }
            study = named.orElse(study);
        }
        return new Arguments(study, topic.orElse(study.topic()), isShort, write, report, isHelp, List.copyOf(rest));
    }

    /** All options, for a person. */
    static String usage() {
        return OPTIONS + Stream.concat(Studies.ALL.stream().skip(1), Studies.ALL.stream().limit(1)).map(Study::usage)
                .collect(Collectors.joining());
    }

    private static String topic(String name) {
        if (!name.matches("[a-z0-9][a-z0-9-]*")) {
            throw new IllegalArgumentException("topic is not of small letters, digits and hyphens: " + name);
        }
        return name;
    }
}
