package io.github.scorelane.bench.jmh;

import io.github.scorelane.bench.family.Family;
import io.github.scorelane.bench.family.Operation;

/**
 * One row of JMH's results of families.
 *
 * @param family which
 * @param operation on it
 * @param implementation of it
 * @param nanoseconds of a draw
 * @param bytes allocated for a draw
 */
record FamilySpeed(Family family, Operation operation, String implementation, Interval nanoseconds, double bytes) {
}
