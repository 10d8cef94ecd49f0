/** Short programs, with Scorelane and in plain Java as one would write them: each is run whole, in a JVM of its own. */
package io.github.scorelane.bench.cold.program;
