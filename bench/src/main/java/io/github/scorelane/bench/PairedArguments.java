package io.github.scorelane.bench;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What the command line leaves to the paired runner.
 *
 * @param regex is to be found in the names of what is measured
 * @param jvmArgs what all JVMs are started with
 */
record PairedArguments(String regex, List<String> jvmArgs) {
    private static final String ALL = "";

    static PairedArguments parse(List<String> rest) {
        String regex = ALL;
        List<String> jvmArgs = new ArrayList<>();
        Deque<String> remaining = new ArrayDeque<>(rest);
        while (!remaining.isEmpty()) {
            String arg = remaining.pop();
            if (arg.equals("-jvmArgs")) {
                jvmArgs.addAll(List.of(Arguments.value(arg, remaining).strip().split("\\s+")));
            } else if (arg.startsWith("-") || !regex.equals(ALL)) {
                throw new IllegalArgumentException("the paired runner does not take: " + arg);
            } else {
                regex = arg;
            }
        }
        return new PairedArguments(regex, List.copyOf(jvmArgs));
    }

    boolean isComplete() {
        return regex.equals(ALL);
    }
}
