package io.github.scorelane.bench.paired;

import io.github.scorelane.bench.family.Family;
import io.github.scorelane.bench.turns.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A source of tasks of contenders. */
public interface PeerSource {
    /** The sentence where MKL was not built in. */
    String NO_MKL = "not measured: it takes the profile mkl (mvn -q -Pbench,mkl, on Linux x86-64), which"
            + " fetches 180 MB from Maven Central.";
    /** The name of MKL's source. */
    String MKL_PEERS = "io.github.scorelane.bench.mkl.MklPeers";

    /** A sentence on why they cannot run here, or nothing. */
    Optional<String> absence();

    /** The words that tell a person what they are. */
    String description();

    /** The contenders of a comparison that this source has. */
    List<Task> tasks(Comparison comparison);

    /** The draws of a family's law that this source has, in arrays of a size. */
    default List<Task> draws(Family family, int size) {
        return List.of();
    }

    /** The sources that can run here. */
    static List<PeerSource> all() {
        List<PeerSource> sources = new ArrayList<>(List.of(new JavaPeers()));
        mklPeers().filter(mkl -> mkl.absence().isEmpty()).ifPresent(sources::add);
        return sources;
    }

    /** The name and code of MKL, or why it is not there. */
    static String mkl() {
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
