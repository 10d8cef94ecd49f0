/** The machine that a measurement is made on: its processor, its JDK, and the JVMs that are started on it. */
package io.github.scorelane.bench.machine;
