/**
 * Contains fits to sums that leave lanes out: the coefficients that are applied to a lane of samples are found from the other lanes
 * alone, so that they are independent of it and the gradient stays unbiased. Nothing here reads a sample; all is made from the
 * eight lanes of the sums in {@link io.github.scorelane.kernel.sum}, once an estimate.
 *
 * <p>A cross-fit uses the classes in this order:
 *
 * <ul>
 * <li>{@link io.github.scorelane.kernel.fit.LeaveTwoOut} adds up all lanes but one or two, in every way there is;
 * <li>{@link io.github.scorelane.kernel.fit.LeastSquares} solves the normal equations of each of these sums, side by side;
 * <li>{@link io.github.scorelane.kernel.fit.LeftOutLoss} tells what the coefficients do in the lanes that they do not know;
 * <li>{@link io.github.scorelane.kernel.fit.ConstantGains} compares two constants in the same way.
 * </ul>
 */
package io.github.scorelane.kernel.fit;
