package io.github.scorelane.bench.paired;

import io.github.scorelane.bench.family.Family;
import io.github.scorelane.bench.turns.Task;
import java.util.List;
import java.util.Optional;

/** Where the tasks of contenders come from. */
public interface PeerSource {
    /** Why they cannot run here, in a sentence, or nothing. */
    Optional<String> absence();

    /** What they are, for a person. */
    String description();

    /** Its contenders of a comparison. */
    List<Task> tasks(Comparison comparison);

    /** Its own draws of a family's law, in arrays of a size. */
    default List<Task> draws(Family family, int size) {
        return List.of();
    }
}
