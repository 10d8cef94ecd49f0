package io.github.scorelane.bench.families;

import io.github.scorelane.bench.family.Family;
import io.github.scorelane.bench.family.Operation;
import io.github.scorelane.bench.turns.ForkResult;

/**
 * What one JVM measured of a family beside a contender.
 *
 * @param family which
 * @param operation on it
 * @param result beside the contender
 */
record FamilyForkResult(Family family, Operation operation, ForkResult result) {
    String id() {
        return FamilyMeasurements.id(family, operation);
    }
}
