package io.github.scorelane.bench.paired;

import java.util.List;

/**
 * What was measured of a pair: Scorelane, and what takes turns with it.
 *
 * @param comparison what is compared
 * @param contender with what
 * @param elements of one call
 * @param clock that took the time
 * @param vectors that Scorelane had
 * @param nanoseconds Scorelane's, per element
 * @param contenderNanoseconds the other's, per element
 * @param ratio of the other's time to Scorelane's, pair by pair: how many times faster Scorelane is
 * @param extraMicroseconds Scorelane's time less the other's, per call, pair by pair
 */
public record Pair(String comparison, String contender, int elements, String clock, String vectors,
        Quantiles nanoseconds, Quantiles contenderNanoseconds, Quantiles ratio, Quantiles extraMicroseconds) {
    /** The slices of one contender, from every JVM. */
    static Pair of(String comparison, int elements, List<ForkResult> results) {
        Slices slices = results.stream().map(ForkResult::slices).reduce(Slices::and).orElseThrow();
        ForkResult first = results.getFirst();
        return new Pair(comparison, first.contender(), elements, first.clock().name(), first.vectors(),
                slices.quantiles((ours, _) -> ours / elements), slices.quantiles((_, theirs) -> theirs / elements),
                slices.quantiles((ours, theirs) -> theirs / ours),
                slices.quantiles((ours, theirs) -> (ours - theirs) / 1000));
    }
}
