/** Rules for what is subtracted from f, and the estimates and errors that they make of sums. */
package io.github.scorelane.engine.baseline;
