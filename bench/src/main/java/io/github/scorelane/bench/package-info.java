/**
 * The command line of all measurements, and the list of studies. A study is a package;
 * {@link io.github.scorelane.bench.study.Study} is what it gives, and {@link io.github.scorelane.bench.report} the format in which it tells.
 */
package io.github.scorelane.bench;
