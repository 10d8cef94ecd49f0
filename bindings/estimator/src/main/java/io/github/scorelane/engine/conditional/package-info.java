/**
 * Runs of a batch of many small problems of one family. A problem of the batch is called a case here (users know it as a row): it
 * has an index b and parameters θ_b of its own, and the same number of samples as all others. Loops run over the cases, side by
 * side in arrays with a number for each case, because a case has too few samples for loops over samples to be fast.
 */
package io.github.scorelane.engine.conditional;
