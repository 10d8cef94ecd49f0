package io.github.scorelane.bench.families;

import io.github.scorelane.bench.family.Family;
import io.github.scorelane.bench.family.FamilyWork;
import io.github.scorelane.bench.family.Operation;
import io.github.scorelane.bench.paired.PeerSource;
import io.github.scorelane.bench.speed.Implementation;
import io.github.scorelane.bench.turns.Clock;
import io.github.scorelane.bench.turns.Copies;
import io.github.scorelane.bench.turns.LocalTask;
import io.github.scorelane.bench.turns.Task;
import io.github.scorelane.bench.turns.TimedTask;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tasks of one family that a JVM times, on copies of arrays that are made once. */
final class FamilyTasks {
    /** The operations that are timed: an estimate needs no log densities. */
    static final List<Operation> OPERATIONS = List.of(Operation.SAMPLE, Operation.GRAD_LOG_PDF, Operation.BOTH);

    private final Family family;
    private final Clock clock;
    private final List<FamilyWork> library;
    private final List<FamilyWork> peer;

    FamilyTasks(Family family, Clock clock) {
        this.family = family;
        this.clock = clock;
        library = Copies.of(() -> family.library(Task.SIZE));
        peer = Copies.of(() -> family.peer(Task.SIZE));
    }

    Family family() {
        return family;
    }

    TimedTask ours(Operation operation) {
        return timed(Implementation.SIMD, operation, library);
    }

    /** The tasks of all contenders, by their names. */
    Map<String, TimedTask> contenders(Operation operation) {
        Map<String, TimedTask> tasks = new LinkedHashMap<>();
        tasks.put(Implementation.COMMONS, timed(Implementation.COMMONS, operation, peer));
        if (operation == Operation.SAMPLE) {
            for (PeerSource source : PeerSource.all()) {
                List<List<Task>> copies = Copies.of(() -> source.draws(family, Task.SIZE));
                for (int i = 0; i < copies.getFirst().size(); i++) {
                    int place = i;
                    tasks.put(copies.getFirst().get(place).name(),
                            new LocalTask(copies.stream().map(tasksOfCopy -> tasksOfCopy.get(place)).toList(), clock));
                }
            }
        }
        return tasks;
    }

    private TimedTask timed(String name, Operation operation, List<FamilyWork> works) {
        List<Task> tasks = new ArrayList<>();
        for (FamilyWork work : works) {
            tasks.add(new Task(name, operation.of(work), () -> operation.result(work)));
        }
        return new LocalTask(tasks, clock);
    }
}
