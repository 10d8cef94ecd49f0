/**
 * Outcomes of runs, and what is computed from an outcome when a user asks: natural gradients, quantiles for intervals, diagnostics
 * of weights. Nothing here draws a sample or calls f.
 */
package io.github.scorelane.engine.result;
