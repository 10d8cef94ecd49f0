package io.github.scorelane.bench.families;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.bench.family.Family;
import io.github.scorelane.bench.family.Operation;
import io.github.scorelane.bench.machine.Machine;
import io.github.scorelane.bench.speed.Implementation;
import io.github.scorelane.bench.turns.Pair;
import io.github.scorelane.bench.turns.Settings;
import io.github.scorelane.bench.turns.Task;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FamilyRunTest {
    /** Settings so short that they measure nothing. */
    private static final Settings SETTINGS = new Settings(2, 1, 3, 1, 0, 0, List.of());

    @Test
    void eachOperationHasItsPairOfAllJvms() throws IOException, InterruptedException {
        FamilyMeasurements measured = new FamilyRun("^exponential$", SETTINGS).run(Machine.of(Map.of("cpu", "Test CPU")));
        assertEquals("Test CPU", measured.machine().get("cpu"));
        for (Operation operation : FamilyTasks.OPERATIONS) {
            Pair pair = measured.find(Family.EXPONENTIAL, operation, Implementation.COMMONS).orElseThrow();
            assertEquals(Task.SIZE, pair.elements());
            assertTrue(pair.ratio().median() > 0);
        }
        assertEquals(List.of(), measured.pairs().stream().filter(pair -> !pair.comparison().startsWith("exponential ")).toList());
    }

    @Test
    void unknownFamilyIsRefused() {
        assertEquals("no family is called: zebra",
                assertThrows(IllegalArgumentException.class, () -> new FamilyRun("zebra", SETTINGS)).getMessage());
    }
}
