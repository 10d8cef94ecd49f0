/** Gradients of expectations by the score function estimator, with their error bars. */
module io.github.scorelane {
    requires transitive io.github.scorelane.kernel;

    exports io.github.scorelane;
    exports io.github.scorelane.distribution;
}
