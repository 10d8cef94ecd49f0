/** Adapters of the user's functions: each fills an array with the values of f at a block of samples. */
package io.github.scorelane.engine.evaluate;
