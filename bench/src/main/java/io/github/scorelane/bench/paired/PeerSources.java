package io.github.scorelane.bench.paired;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Java's contenders, and MKL's, which only a build with the profile mkl has. */
public final class PeerSources {
    static final String NO_MKL = "not measured: it takes the profile mkl (mvn -q -Pbench,mkl, on Linux x86-64), which"
            + " fetches 180 MB from Maven Central.";
    private static final String MKL_PEERS = "io.github.scorelane.bench.mkl.MklPeers";

    private PeerSources() {}

    /** The sources that can run here. */
    public static List<PeerSource> all() {
        List<PeerSource> sources = new ArrayList<>(List.of(new JavaPeers()));
        mklPeers().filter(mkl -> mkl.absence().isEmpty()).ifPresent(sources::add);
        return sources;
    }

    /** The name and code of MKL, or why it is not there. */
    public static String mkl() {
        return mklPeers().map(mkl -> mkl.absence().orElseGet(mkl::description)).orElse(NO_MKL);
    }

    /** Finds MKL's source by its name: only its profile compiles it. An earlier build may have left it without its library. */
    private static Optional<PeerSource> mklPeers() {
        try {
            return Optional.of((PeerSource) Class.forName(MKL_PEERS).getConstructor().newInstance());
        } catch (ReflectiveOperationException | LinkageError e) {
            return Optional.empty();
        }
    }
}
