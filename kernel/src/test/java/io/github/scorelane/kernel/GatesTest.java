package io.github.scorelane.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests all loops that have a gate, by their rehearsals. */
class GatesTest {
    private static final int[] LENGTHS = {0, 1, 7, 8, 16, 17, 100, 255, 256};

    /** Returns the gates of all kernels. */
    private static List<Gate> gates() throws IOException, ReflectiveOperationException {
        Path root = Path.of(URI.create(Gate.class.getProtectionDomain().getCodeSource().getLocation().toString()));
        List<String> classes;
        try (Stream<Path> files = Files.walk(root)) {
            classes = files.map(root::relativize).map(Path::toString)
                    .filter(file -> file.endsWith(".class") && !file.contains("$") && !file.endsWith("-info.class"))
                    .map(file -> file.substring(0, file.length() - 6).replace('/', '.').replace('\\', '.')).toList();
        }
        for (String name : classes) {
            if (!name.endsWith(".Species")) {
                Class.forName(name);
            }
        }
        List<Gate> gates = Gate.all();
        assertTrue(gates.size() > 60, "only " + gates.size() + " gates");
        return gates;
    }

    private static String name(Gate gate) {
        return gate.rehearsal().getClass().getName().replaceAll(".*\\.|\\$.*", "");
    }

    private static double[] work(Gate gate, int round, int most, int length) {
        double[] results = new double[Rehearsal.RESULTS];
        gate.rehearse(results, round, most, length);
        return results;
    }

    private static boolean isSame(double[] one, double[] other) {
        for (int i = 0; i < one.length; i++) {
            if (Double.doubleToRawLongBits(one[i]) != Double.doubleToRawLongBits(other[i])
                    && !(Double.isNaN(one[i]) && Double.isNaN(other[i]))) {
                return false;
            }
        }
        return true;
    }

    @Test
    @Tag("bits")
    void theWorkMayPassFromVectorsToTheTwinAtAnyElement() throws IOException, ReflectiveOperationException {
        List<String> different = new ArrayList<>();
        for (Gate gate : gates()) {
            for (int length : LENGTHS) {
                double[] ofTwin = work(gate, 1, -1, length);
                for (int cut = 0; cut <= length; cut += cut < 20 || length - cut < 20 ? 1 : 9) {
                    if (!isSame(ofTwin, work(gate, 1, cut, length))) {
                        different.add(name(gate) + ": " + cut + " of " + length);
                    }
                }
            }
        }
        assertEquals(List.of(), different);
    }

    @Test
    @Tag("bits")
    void vectorsAreRightInAllRounds() throws IOException, ReflectiveOperationException {
        for (Gate gate : gates()) {
            assertTrue(gate.isRight(), () -> name(gate));
        }
    }

    /** A rehearsal that gave nothing, or the same for all numbers of all rounds, could not show that vectors are wrong. */
    @Test
    void rehearsalsGiveSomething() throws IOException, ReflectiveOperationException {
        for (Gate gate : gates()) {
            double[] results = work(gate, 1, -1, Rehearsal.MOST);
            long different = Arrays.stream(results).distinct().count();
            assertTrue(different > 1, () -> name(gate) + " gives " + different + " different numbers");
        }
    }

    @Test
    void rehearsalsLeaveTheirNumbersAlone() throws IOException, ReflectiveOperationException {
        for (Gate gate : gates()) {
            double[] numbers = RehearsalNumbers.of(2);
            gate.rehearsal().work(numbers, new double[Rehearsal.RESULTS], Rehearsal.MOST);
            assertTrue(isSame(RehearsalNumbers.of(2), numbers), () -> name(gate));
        }
    }
}
