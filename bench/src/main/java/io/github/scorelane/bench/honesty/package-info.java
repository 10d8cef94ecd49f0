/**
 * The grid of coverage and variance: how often intervals hold the truth, and what the automatic baseline's variance is beside those
 * of the simple ones, for every univariate family, functions that are smooth, kinked, stepped and rare, and numbers of samples
 * from 256 to 131,072.
 */
package io.github.scorelane.bench.honesty;
