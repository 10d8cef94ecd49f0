/**
 * Workers that draw a block, evaluate f and feed sinks, which sum; the layout of sums, and the tree that adds those of all blocks.
 * Every sum has a fixed order, so that its bits depend neither on threads nor on the width of vectors. Nothing here makes an
 * estimate.
 */
package io.github.scorelane.engine.sum;
