package io.github.scorelane.bench.paired;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.scorelane.Estimate;
import io.github.scorelane.bench.turns.PairJvm;
import io.github.scorelane.bench.turns.Task;
import io.github.scorelane.kernel.Lanes;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each kernel that is timed gives the bits of its scalar twin. */
class KernelTest {
    @Test
    void kernelsHaveTheBitsOfTheirTwins() throws IOException, InterruptedException {
        Process twins = PairJvm.cold(List.of("-D" + Lanes.PROPERTY + "=0")).program(Bits.class, List.of()).start();
        List<String> lines = twins.inputReader().lines().toList();
        assertEquals(0, twins.waitFor());
        assertEquals("bits 0", lines.getFirst());
        assertEquals(Bits.ofAll(), lines.subList(1, lines.size()).stream().collect(Collectors.joining("\n")));
    }

    /** The bits of all results; as a program, in a fresh JVM. */
    static final class Bits {
        private Bits() {}

        public static void main(String[] args) {
            System.out.println("bits " + Lanes.BITS);
            System.out.println(ofAll());
        }

        /** Hashes the results after two calls, for some go on in their stream. */
        static String ofAll() {
            return Arrays.stream(Kernel.values()).map(kernel -> {
                Task task = kernel.task(Kernel.BLOCK);
                task.work().run();
                task.work().run();
                return kernel + " " + of(task.result().get());
            }).collect(Collectors.joining("\n"));
        }

        private static int of(Object result) {
            return result instanceof Estimate estimate
                    ? Arrays.hashCode(new double[] {estimate.value(), estimate.valueStandardError(), estimate.gradient()[0],
                        estimate.gradient()[1], estimate.standardError()[0], estimate.standardError()[1]})
                    : Arrays.deepHashCode(new Object[] {result});
        }
    }
}
