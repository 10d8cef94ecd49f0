/** Runs of many small problems of one family at once, each row with parameters of its own. */
package io.github.scorelane.engine.conditional;
