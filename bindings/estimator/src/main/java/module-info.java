/** Gradients of expectations by the score function estimator, with their error bars. */
module io.github.scorelane {
    requires transitive io.github.scorelane.kernel;
    // A run-time image may be without it. Where it is not, java.management, which the kernel requires, binds a provider of its
    // services that requires it: no application has to.
    requires static jdk.jfr;
    requires org.apache.commons.numbers.gamma;
    // Only CommonsDistribution needs it, and who uses that requires it. Were it transitive, nobody could compile without it.
    requires static org.apache.commons.statistics.distribution;

    exports io.github.scorelane;
    exports io.github.scorelane.check;
    exports io.github.scorelane.distribution;
    exports io.github.scorelane.function;
}
