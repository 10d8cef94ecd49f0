/** Measures how fast the library is in a JVM that has just begun, or takes up something else, each time in JVMs of its own. */
package io.github.scorelane.bench.cold;
