/** The study of how an estimate's time grows with the samples, the coordinates and the threads. */
package io.github.scorelane.bench.scaling;
