/** Powers of two in which f and the scores are kept in range, so that their squares are numbers. */
package io.github.scorelane.engine.unit;
