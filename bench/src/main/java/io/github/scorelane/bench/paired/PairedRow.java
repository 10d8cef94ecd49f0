package io.github.scorelane.bench.paired;

import io.github.scorelane.bench.turns.Pair;

/**
 * A pair with what the tables say of it.
 *
 * @param comparison the comparison that it belongs to
 * @param contender the contender that Scorelane took turns with
 * @param pair the measurements
 */
record PairedRow(Comparison comparison, Contender contender, Pair pair) {}
