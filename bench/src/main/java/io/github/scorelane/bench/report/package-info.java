/** From JMH's JSON to tables, a plot and verdicts. All numbers in them are computed here, none is typed. */
package io.github.scorelane.bench.report;
