/**
 * Runs, from a problem to its outcome: the threads that work the blocks, the groupings of samples, and the outcome that is made of
 * the sums. A run decides when to begin again in other units; it never decides how many samples are enough, which stages do.
 */
package io.github.scorelane.engine.run;
