/**
 * The command line of all measurements, and the list of studies. A study is a package, and what it gives is a
 * {@link io.github.scorelane.bench.study.Study}.
 */
package io.github.scorelane.bench;
