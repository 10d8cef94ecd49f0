/** How a run is worked: blocks, threads, sums, and the formulas that make an estimate of the sums. */
package io.github.scorelane.engine;
