package io.github.scorelane.bench.study;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The part of a study that is asked for.
 *
 * @param regex a regular expression that is to be found in the names of what is measured
 * @param jvmArgs the flags of all JVMs that are started
 */
public record Selection(String regex, List<String> jvmArgs) {
    private static final String ALL = "";

    static Selection parse(List<String> rest) {
        String regex = ALL;
        List<String> jvmArgs = new ArrayList<>();
        Deque<String> remaining = new ArrayDeque<>(rest);
        while (!remaining.isEmpty()) {
            String arg = remaining.pop();
            if (arg.equals("-jvmArgs")) {
                jvmArgs.addAll(List.of(value(arg, remaining).strip().split("\\s+")));
            } else if (arg.startsWith("-") || !regex.equals(ALL)) {
                throw new IllegalArgumentException("this study does not take: " + arg);
            } else {
                regex = arg;
            }
        }
        return new Selection(regex, List.copyOf(jvmArgs));
    }

    /** The argument that follows an option. */
    public static String value(String option, Deque<String> remaining) {
        if (remaining.isEmpty()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return remaining.pop();
    }

    /** Tells whether nothing is left out. */
    public boolean isComplete() {
        return regex.equals(ALL);
    }
}
