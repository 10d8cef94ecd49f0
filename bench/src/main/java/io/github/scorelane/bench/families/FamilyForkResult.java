package io.github.scorelane.bench.families;

import io.github.scorelane.bench.family.Family;
import io.github.scorelane.bench.family.Operation;
import io.github.scorelane.bench.turns.ForkResult;

/**
 * The measurements of a family beside a contender in one JVM.
 *
 * @param family the family
 * @param operation the operation on it
 * @param result the slices beside the contender's
 */
record FamilyForkResult(Family family, Operation operation, ForkResult result) {
    String id() {
        return FamilyMeasurements.id(family, operation);
    }
}
