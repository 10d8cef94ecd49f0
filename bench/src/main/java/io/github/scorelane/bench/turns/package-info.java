/**
 * Pairs that take turns in slices of a few milliseconds: the ratio of each slice to the reference's slice beside it is kept,
 * because machines drift, and two slices side by side drift together.
 */
package io.github.scorelane.bench.turns;
