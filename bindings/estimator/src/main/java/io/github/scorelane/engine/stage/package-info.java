/**
 * Runs in stages, which may end before their samples do: because the errors are small enough, because time is up, or because a
 * listener says so. Stages decide how many blocks are worked, never what a block adds.
 */
package io.github.scorelane.engine.stage;
