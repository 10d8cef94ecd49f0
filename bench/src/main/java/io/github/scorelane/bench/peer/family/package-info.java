/** Families of distributions as one has them without Scorelane: Commons' samplers, and scores in plain loops. */
package io.github.scorelane.bench.peer.family;
