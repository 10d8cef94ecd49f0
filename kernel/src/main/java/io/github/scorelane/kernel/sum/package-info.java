/**
 * Contains sums over the samples of an estimate: of the function, of its products with scores, and of the residuals of these
 * products once a baseline and controls are subtracted. They stand between the families, which write scores, and the fits, which
 * read sums.
 *
 * <p>An estimate meets the classes in this order:
 *
 * <ul>
 * <li>{@link io.github.scorelane.kernel.sum.EightLanes} says how a block's samples are dealt to eight partial sums, and how those
 *     are added at the end;
 * <li>{@link io.github.scorelane.kernel.sum.FunctionSums} centres the function, and {@link
 *     io.github.scorelane.kernel.sum.ScoreSums} sums its products with a score, both in one pass if asked; {@link
 *     io.github.scorelane.kernel.sum.NormalScoreSums} finds the scores of a normal variable besides;
 * <li>{@link io.github.scorelane.kernel.sum.ResidualSums} and {@link io.github.scorelane.kernel.sum.NormalResidualSums} are the
 *     same where the baseline is known before the first sample;
 * <li>{@link io.github.scorelane.kernel.sum.PairSums} and {@link io.github.scorelane.kernel.sum.StrataSums} take the place of the
 *     plain sums where samples are planned in pairs or strata;
 * <li>{@link io.github.scorelane.kernel.sum.ControlSums}, {@link io.github.scorelane.kernel.sum.ProductSums} and {@link
 *     io.github.scorelane.kernel.sum.CrossSums} are the additional sums of control variates and joint covariances;
 * <li>{@link io.github.scorelane.kernel.sum.RowSums} sums many rows side by side, a sample at a time;
 * <li>{@link io.github.scorelane.kernel.sum.SumTree} adds the blocks' sums in one fixed order, however the work was cut.
 * </ul>
 */
package io.github.scorelane.kernel.sum;
