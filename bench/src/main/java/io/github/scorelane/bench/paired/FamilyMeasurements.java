package io.github.scorelane.bench.paired;

import io.github.scorelane.bench.family.Family;
import io.github.scorelane.bench.family.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that was measured of families.
 *
 * @param machine it was measured on, in lines of a name and a value
 * @param pairs of Scorelane and its contenders
 */
public record FamilyMeasurements(Map<String, String> machine, List<Pair> pairs) {
    /** A pair, if it was measured. */
    public Optional<Pair> find(Family family, Operation operation, String contender) {
        return pairs.stream().filter(pair -> pair.comparison().equals(id(family, operation))
                && pair.contender().equals(contender)).findFirst();
    }

    static String id(Family family, Operation operation) {
        return family.id() + " " + operation.id();
    }
}
