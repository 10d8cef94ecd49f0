/**
 * Outcomes of runs, and what is computed from an outcome when a user asks: natural gradients, and quantiles for intervals. Nothing
 * here draws a sample or calls f.
 */
package io.github.scorelane.engine.result;
