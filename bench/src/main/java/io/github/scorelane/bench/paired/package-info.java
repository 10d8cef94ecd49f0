/** The study of pairs: Scorelane's kernels and estimates beside what one would write without it, beside MKL, and in busy JVMs. */
package io.github.scorelane.bench.paired;
