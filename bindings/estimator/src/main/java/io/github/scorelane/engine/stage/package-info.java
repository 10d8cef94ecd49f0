/** Runs that may end before their samples do, for an error that is reached, for time, or because a listener says so. */
package io.github.scorelane.engine.stage;
