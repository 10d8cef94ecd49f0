package io.github.scorelane.engine.surrogate;

/**
 * Law of a sample whose coordinates are independent, as an {@link AdditiveFit} needs it.
 *
 * @param coordinates the law of each coordinate
 * @param rowIndex for each coordinate and each row of its scores, the index of the row among all rows
 * @param rows the number of all rows; those that belong to no coordinate, which are mixed second derivatives, have the expectation
 *     0 with every sum of functions of one coordinate each
 */
public record ProductLaw(Law[] coordinates, int[][] rowIndex, int rows) {
}
