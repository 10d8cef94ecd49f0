/** What is measured: a JMH benchmark for each quantity, with its implementations as a parameter. */
package io.github.scorelane.bench.speed;
