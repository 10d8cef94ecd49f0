/**
 * Samplers, which make the samples of a block: independent draws, points of a sampling plan, draws of a proposal with their
 * weights. A run begins here. Nothing here knows f, scores or sums.
 */
package io.github.scorelane.engine.draw;
