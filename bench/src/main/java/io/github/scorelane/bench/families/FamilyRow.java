package io.github.scorelane.bench.families;

import io.github.scorelane.bench.family.Family;
import io.github.scorelane.bench.turns.Pair;

/**
 * A family, Scorelane beside Commons' sampler and a plain loop.
 *
 * @param family the family
 * @param draws the draws alone
 * @param scores the scores alone
 * @param both draws and scores, one after the other
 */
record FamilyRow(Family family, Pair draws, Pair scores, Pair both) {}
