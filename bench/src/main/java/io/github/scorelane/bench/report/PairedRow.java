package io.github.scorelane.bench.report;

import io.github.scorelane.bench.paired.Comparison;
import io.github.scorelane.bench.paired.Contender;
import io.github.scorelane.bench.paired.Pair;

/**
 * A pair, and what is known of it.
 *
 * @param comparison it belongs to
 * @param contender that Scorelane took turns with
 * @param pair what was measured
 */
record PairedRow(Comparison comparison, Contender contender, Pair pair) {
}
