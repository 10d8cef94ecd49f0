package io.github.scorelane.bench.jmh;

import io.github.scorelane.bench.family.Family;
import io.github.scorelane.bench.family.Operation;

/**
 * One row of JMH's results of families.
 *
 * @param family the family
 * @param operation the operation on it
 * @param implementation the implementation's name
 * @param nanoseconds the time of a draw
 * @param bytes the bytes that a draw allocates
 */
record FamilySpeed(Family family, Operation operation, String implementation, Interval nanoseconds, double bytes) {
}
