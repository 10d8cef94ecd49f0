/** Runs, from a problem to its outcome: who works which blocks, how samples are grouped, what is made of the sums. */
package io.github.scorelane.engine.run;
