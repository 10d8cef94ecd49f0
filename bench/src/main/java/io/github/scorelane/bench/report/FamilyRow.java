package io.github.scorelane.bench.report;

import io.github.scorelane.bench.family.Family;
import io.github.scorelane.bench.paired.Pair;

/**
 * A family, Scorelane beside Commons' sampler and a plain loop.
 *
 * @param family which
 * @param draws alone
 * @param scores alone
 * @param both one after the other
 */
record FamilyRow(Family family, Pair draws, Pair scores, Pair both) {
    double ratioOfDraws() {
        return draws.ratio().median();
    }

    double ratioOfScores() {
        return scores.ratio().median();
    }

    double ratioOfBoth() {
        return both.ratio().median();
    }
}
