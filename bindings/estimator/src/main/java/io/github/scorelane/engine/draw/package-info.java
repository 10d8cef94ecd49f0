/** Samplers, which make the samples of a block: independent draws, points of a sampling plan, draws of a proposal. */
package io.github.scorelane.engine.draw;
