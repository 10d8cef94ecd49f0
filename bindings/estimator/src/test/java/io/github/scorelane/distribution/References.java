package io.github.scorelane.distribution;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** The files of references with many digits, which the scripts in src/reference made: comma-separated values with comments. */
final class References {
    private References() {}

    /** Returns the lines of a file but for its comments. */
    static Stream<String> lines(String resource) throws IOException {
        try (var in = References.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"));
        }
    }

    /** Returns the numbers of a text that has blanks between them. */
    static double[] numbers(String text) {
        return Stream.of(text.strip().split(" +")).filter(part -> !part.isEmpty()).mapToDouble(Double::parseDouble).toArray();
    }
}
