/** The study of cold JVMs: how fast the library is in a JVM that has just begun, or takes up something else. */
package io.github.scorelane.bench.cold;
