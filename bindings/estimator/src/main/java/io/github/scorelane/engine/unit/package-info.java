/**
 * Units in which a run works: powers of two that keep f and the scores in a range in which their squares neither overflow nor
 * underflow. This room knows numbers alone, neither functions nor runs.
 */
package io.github.scorelane.engine.unit;
