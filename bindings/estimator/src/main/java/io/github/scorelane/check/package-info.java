/** Tests of distributions: that draws, log densities and scores belong together. */
package io.github.scorelane.check;
