package io.github.scorelane.bench.randomness;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.stream.Collectors;

/**
 * The command line.
 *
 * @param sequence the order of the words
 * @param seed the seed of the stream, or of the first of several
 * @param dimension the estimate's dimension
 */
record WordsArguments(Sequence sequence, long seed, int dimension) {
    static final String USAGE = """
            Writes random words, 64 bits each, little-endian, to standard output, until its reader closes it. Arguments:
              SEQUENCE         one of the list below
              -seed N          a whole number (default: 0)
              -dimension N     coordinates of a sample, for the sequence estimate (default: 100)
            Sequences:
            """ + Arrays.stream(Sequence.values())
            .map(sequence -> "  %-15s  %s\n".formatted(sequence.title(), sequence.description()))
            .collect(Collectors.joining());

    static WordsArguments parse(String... args) {
        Deque<String> rest = new ArrayDeque<>(Arrays.asList(args));
        String name = rest.isEmpty() ? "" : rest.pop();
        Sequence sequence = Sequence.find(name).orElseThrow(() -> new IllegalArgumentException(
                "sequence is not one of " + Sequence.titles() + ": " + name));
        long seed = 0;
        int dimension = 100;
        while (!rest.isEmpty()) {
            String option = rest.pop();
            switch (option) {
                case "-seed" -> seed = number(option, rest, Long.MIN_VALUE, Long.MAX_VALUE);
                case "-dimension" -> dimension = (int) number(option, rest, 1, Integer.MAX_VALUE);
                default -> throw new IllegalArgumentException("option is neither -seed nor -dimension: " + option);
            }
        }
        return new WordsArguments(sequence, seed, dimension);
    }

    private static long number(String option, Deque<String> rest, long least, long largest) {
        String text = rest.isEmpty() ? "" : rest.pop();
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= largest) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, as of a number out of range.
        }
        throw new IllegalArgumentException(
                option.substring(1) + " is not a whole number between " + least + " and " + largest + ": " + text);
    }
}
