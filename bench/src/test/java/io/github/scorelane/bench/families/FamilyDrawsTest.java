package io.github.scorelane.bench.families;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.bench.family.Distance;
import io.github.scorelane.bench.family.Family;
import io.github.scorelane.bench.paired.PeerSource;
import io.github.scorelane.bench.turns.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The draws of other sources, MKL's where it is there, are of the families' laws. */
class FamilyDrawsTest {
    private static final int SIZE = 1 << 16;

    @TestFactory
    List<DynamicTest> drawsAreOfOneLaw() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Family family : Family.values()) {
            PeerSource.all().stream().flatMap(source -> tasks(source, family)).forEach(task ->
                    tests.add(DynamicTest.dynamicTest(family + " " + task.name(), () -> assertSameLaw(family, task))));
        }
        return tests;
    }

    private static Stream<Task> tasks(PeerSource source, Family family) {
        return source.draws(family, SIZE).stream();
    }

    private static void assertSameLaw(Family family, Task task) {
        task.work().run();
        double distance = Distance.of(family.library(SIZE).points()[0], (double[]) task.result().get());
        assertTrue(distance < Distance.limit(SIZE), () -> "the distribution functions are apart by " + distance);
    }
}
