/** The benchmarks: one for each quantity, with its implementations as a parameter. Results name their classes and methods. */
package io.github.scorelane.bench.speed;
