/** The study that JMH makes of the benchmarks in {@link io.github.scorelane.bench.speed}: its file, its tables, its verdicts. */
package io.github.scorelane.bench.jmh;
