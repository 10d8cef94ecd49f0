/**
 * The paired runner: what is compared takes turns in slices of a few milliseconds, and the ratio of each slice to the
 * reference's slice beside it is kept, because machines drift.
 */
package io.github.scorelane.bench.paired;
