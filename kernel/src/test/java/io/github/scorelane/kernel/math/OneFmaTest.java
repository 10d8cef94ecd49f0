package io.github.scorelane.kernel.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that the library calls {@link Fma} alone: one {@link Math#fma} in a kernel takes 1,000 ns if the hardware has none. */
class OneFmaTest {
    private static final Pattern OF_THE_PLATFORM = Pattern.compile("\\bMath\\s*(\\.|::)\\s*fma\\b");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\n]*");

    @ParameterizedTest
    @ValueSource(strings = {"src/main/java", "../bindings/estimator/src/main/java"})
    void noOtherClassCallsThatOfThePlatform(String sources) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(sources))) {
            List<Path> all = files.filter(file -> file.toString().endsWith(".java")).toList();
            assertTrue(all.size() > 80, all::toString);
            List<Path> callers = all.stream().filter(OneFmaTest::calls).toList();
            assertEquals(sources.startsWith("src") ? List.of("Fma.java") : List.of(),
                    callers.stream().map(file -> file.getFileName().toString()).toList());
        }
    }

    private static boolean calls(Path file) {
        try {
            return OF_THE_PLATFORM.matcher(COMMENT.matcher(Files.readString(file)).replaceAll("")).find();
        } catch (IOException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }
}
