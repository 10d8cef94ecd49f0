package io.github.scorelane.bench.turns;

import java.util.List;
import java.util.Locale;

/**
 * The measurements of a pair: Scorelane, and a contender that takes turns with it.
 *
 * @param comparison the name of what is compared
 * @param contender the contender's name
 * @param elements the number of elements of one call
 * @param clock the clock that took the time
 * @param vectors the vectors that Scorelane had, in words
 * @param nanoseconds Scorelane's time per element
 * @param contenderNanoseconds the contender's time per element
 * @param ratio the contender's time over Scorelane's, pair by pair: so many times faster is Scorelane
 * @param extraMicroseconds Scorelane's time less the contender's, per call, pair by pair
 */
public record Pair(String comparison, String contender, int elements, String clock, String vectors,
        Quantiles nanoseconds, Quantiles contenderNanoseconds, Quantiles ratio, Quantiles extraMicroseconds) {
    private static final String MKL = "mkl";

    /** Sums up the slices of one contender, from every JVM. */
    public static Pair of(String comparison, int elements, List<ForkResult> results) {
        Slices slices = results.stream().map(ForkResult::slices).reduce(Slices::and).orElseThrow();
        ForkResult first = results.getFirst();
        return new Pair(comparison, first.contender(), elements, first.clock().name(), first.vectors(),
                slices.quantiles((ours, _) -> ours / elements), slices.quantiles((_, theirs) -> theirs / elements),
                slices.quantiles((ours, theirs) -> theirs / ours),
                slices.quantiles((ours, theirs) -> (ours - theirs) / 1000));
    }
    /** Says on standard output what was measured. */
    public void say() {
        System.out.printf(Locale.ROOT, "%s: %.3f ns, %s %.3f ns, ratio %.3f (%.3f to %.3f)%n", comparison, nanoseconds.median(),
                contender, contenderNanoseconds.median(), ratio.median(), ratio.p10(), ratio.p90());
    }

    /** Tells whether the contender is Intel's MKL, whose tasks all have names that begin so. */
    boolean isMkl() {
        return contender.startsWith(MKL);
    }
}
