/** Contains the kernels of Scorelane, which take arrays and fill arrays, in SIMD where the JDK's vector module is there. */
@SuppressWarnings("module") // The estimator, to which packages are exported, is compiled after this module.
module io.github.scorelane.kernel {
    requires jdk.incubator.vector;
    requires java.management;
    requires jdk.management;
    requires transitive org.apache.commons.rng.api;
    requires org.apache.commons.rng.simple;

    exports io.github.scorelane.kernel.math;
    exports io.github.scorelane.kernel.sequence;
    exports io.github.scorelane.kernel.stream;

    exports io.github.scorelane.kernel to io.github.scorelane;
    exports io.github.scorelane.kernel.family to io.github.scorelane;
    exports io.github.scorelane.kernel.fit to io.github.scorelane;
    exports io.github.scorelane.kernel.sum to io.github.scorelane;
}
