package io.github.scorelane.bench.jmh;

import io.github.scorelane.bench.speed.ArrayBenchmark;
import io.github.scorelane.bench.speed.EstimateBenchmark;
import io.github.scorelane.bench.speed.ExpBenchmark;
import io.github.scorelane.bench.speed.Implementation;
import io.github.scorelane.bench.speed.LogBenchmark;
import io.github.scorelane.bench.speed.NormalGradLogPdfBenchmark;
import io.github.scorelane.bench.speed.NormalLogPdfBenchmark;
import io.github.scorelane.bench.speed.NormalSampleBenchmark;
import io.github.scorelane.bench.speed.WordsBenchmark;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The quantities in the order of the tables, with their peers and what is to be reached against them. */
enum Quantity {
    WORDS("random words", WordsBenchmark.class, "words",
            new Peer(Implementation.COMMONS, "Commons RNG SplitMix64 loop", 4)),
    LOG("log", LogBenchmark.class, "log",
            Peer.shown(Implementation.JDK, "`Math.log` loop")),
    EXP("exp", ExpBenchmark.class, "exp",
            Peer.shown(Implementation.JDK, "`Math.exp` loop")),
    SAMPLE("normal sample", NormalSampleBenchmark.class, "sample",
            Peer.shown(Implementation.COMMONS, "Commons RNG ziggurat loop")),
    LOG_PDF("normal logPdf", NormalLogPdfBenchmark.class, "logPdf",
            Peer.shown(Implementation.COMMONS, "loop that divides by σ")),
    GRAD_LOG_PDF("normal gradLogPdf", NormalGradLogPdfBenchmark.class, "gradLogPdf",
            new Peer(Implementation.COMMONS, "loop that divides by σ", 4),
            new Peer(Implementation.HOISTED, "loop with 1/σ hoisted", 1),
            Peer.shown(Implementation.COPY, "copying x into both rows")),
    ESTIMATE("whole estimate", EstimateBenchmark.class, "estimate",
            new Peer(Implementation.COMMONS, "Commons RNG ziggurat, scalar sums", 2.5));

    private final String title;
    private final Class<? extends ArrayBenchmark> benchmark;
    private final String method;
    private final List<Peer> peers;

    Quantity(String title, Class<? extends ArrayBenchmark> benchmark, String method, Peer... peers) {
        this.title = title;
        this.benchmark = benchmark;
        this.method = method;
        this.peers = List.of(peers);
    }

    String title() {
        return title;
    }

    Class<? extends ArrayBenchmark> benchmark() {
        return benchmark;
    }

    List<Peer> peers() {
        return peers;
    }

    /** The names of all implementations, peers first, then Scorelane's own. */
    List<String> implementations() {
        List<String> names = new ArrayList<>(peers.stream().map(Peer::implementation).toList());
        names.add(Implementation.SCALAR);
        names.add(Implementation.SIMD);
        return names;
    }

    /** The words that tell a person what an implementation is. */
    String describe(String implementation) {
        return peers.stream().filter(peer -> peer.implementation().equals(implementation)).map(Peer::description)
                .findFirst().orElse("Scorelane, " + implementation);
    }

    /** The quantity that JMH calls by this name, if it is one. */
    static Optional<Quantity> of(String jmhName) {
        return Arrays.stream(values())
                .filter(quantity -> jmhName.equals(quantity.benchmark.getName() + "." + quantity.method)).findFirst();
    }

    /**
     * A peer that a quantity is measured against.
     *
     * @param implementation the name among the benchmark's parameters
     * @param description the words that tell a person what it is
     * @param target the number of times that Scorelane is to be faster, or 0 where nothing is promised
     */
    record Peer(String implementation, String description, double target) {
        /** A peer that is only shown. */
        static Peer shown(String implementation, String description) {
            return new Peer(implementation, description, 0);
        }

        boolean hasTarget() {
            return target > 0;
        }
    }
}
