/**
 * Tests of distributions: {@link io.github.scorelane.check.ScoreCheck} finds out whether draws, log densities and scores of a
 * family belong together, so that estimates made with it are unbiased.
 *
 * <p>It is for the unit test of a family of your own. A family that passes needs no other test of its formulas; one that does not
 * is told in words what is wrong, and by how much:
 *
 * {@snippet :
 * ScoreCheck.verify(Weibull.of(1.5, 2));                            // throws, with all findings, if there are any
 * List<String> findings = ScoreCheck.findings(Gumbel.of(0, 1));     // an empty list
 * }
 */
package io.github.scorelane.check;
