/** Workers that draw a block, evaluate f and feed sums; the layout of sums, and the tree that adds those of all blocks. */
package io.github.scorelane.engine.sum;
