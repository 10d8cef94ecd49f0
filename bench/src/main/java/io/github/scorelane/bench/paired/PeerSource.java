package io.github.scorelane.bench.paired;

import io.github.scorelane.bench.family.Family;
import io.github.scorelane.bench.turns.Task;
import java.util.List;
import java.util.Optional;

/** A source of tasks of contenders. */
public interface PeerSource {
    /** A sentence on why they cannot run here, or nothing. */
    Optional<String> absence();

    /** The words that tell a person what they are. */
    String description();

    /** The contenders of a comparison that this source has. */
    List<Task> tasks(Comparison comparison);

    /** The draws of a family's law that this source has, in arrays of a size. */
    default List<Task> draws(Family family, int size) {
        return List.of();
    }
}
