package io.github.scorelane.engine.surrogate;

/**
 * The law of a sample whose coordinates are independent.
 *
 * @param coordinates the law of each
 * @param rowIndex where each row of a coordinate's scores stands among all rows
 * @param rows how many rows there are; what no coordinate has, mixed second derivatives, has no expectation with a sum over the
 *     coordinates
 */
public record ProductLaw(Law[] coordinates, int[][] rowIndex, int rows) {
}
