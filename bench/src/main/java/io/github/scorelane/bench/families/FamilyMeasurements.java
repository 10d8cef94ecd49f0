package io.github.scorelane.bench.families;

import io.github.scorelane.bench.family.Family;
import io.github.scorelane.bench.family.Operation;
import io.github.scorelane.bench.speed.Implementation;
import io.github.scorelane.bench.turns.MeasuredPairs;
import io.github.scorelane.bench.turns.Pair;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The measurements of families.
 *
 * @param machine the machine, in lines of a name and a value
 * @param pairs Scorelane and its contenders
 */
public record FamilyMeasurements(Map<String, String> machine, List<Pair> pairs) implements MeasuredPairs {
    /** A pair, if it was measured. */
    Optional<Pair> find(Family family, Operation operation, String contender) {
        return pairs.stream().filter(pair -> pair.comparison().equals(id(family, operation))
                && pair.contender().equals(contender)).findFirst();
    }

    static String id(Family family, Operation operation) {
        return family.id() + " " + operation.id();
    }

    /** The families all of whose operations were measured, in the order of the tables. */
    List<Row> rows() {
        return Arrays.stream(Family.values()).flatMap(family -> row(family).stream()).toList();
    }

    private Optional<Row> row(Family family) {
        return commons(family, Operation.SAMPLE).flatMap(draws -> commons(family, Operation.GRAD_LOG_PDF)
                .flatMap(scores -> commons(family, Operation.BOTH).map(both -> new Row(family, draws, scores, both))));
    }

    private Optional<Pair> commons(Family family, Operation operation) {
        return find(family, operation, Implementation.COMMONS);
    }

    /**
     * A family, Scorelane beside Commons' sampler and a plain loop.
     *
     * @param family the family
     * @param draws the draws alone
     * @param scores the scores alone
     * @param both draws and scores, one after the other
     */
    record Row(Family family, Pair draws, Pair scores, Pair both) {}
}
