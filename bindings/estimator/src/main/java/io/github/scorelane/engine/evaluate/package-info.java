/**
 * Adapters of the user's functions: each fills an array with the values of f at a block of samples. They stand between the samplers
 * and the sums, and turn whatever a user's function throws into an exception that names the sample. Nothing here draws or sums.
 */
package io.github.scorelane.engine.evaluate;
