/** Intel MKL, called as its user would: aligned memory off the heap, one thread, arrays of the same lengths as Scorelane's. */
package io.github.scorelane.bench.mkl;
