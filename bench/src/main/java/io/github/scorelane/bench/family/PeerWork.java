package io.github.scorelane.bench.family;

import io.github.scorelane.bench.peer.family.FamilyPeer;

/** A family without Scorelane. */
final class PeerWork extends FamilyWork {
    private final FamilyPeer peer;

    PeerWork(FamilyPeer peer, int dimension, int parameters, int size) {
        super(dimension, parameters, size);
        this.peer = peer;
        sample();
    }

    @Override
    public void sample() {
        peer.sample(x);
    }

    @Override
    public void logPdf() {
        peer.logPdf(x, logPdf);
    }

    @Override
    public void gradLogPdf() {
        peer.gradLogPdf(x, gradient);
    }

    @Override
    public void both() {
        peer.sample(x);
        peer.gradLogPdf(x, gradient);
    }
}
