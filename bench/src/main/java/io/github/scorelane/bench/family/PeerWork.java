package io.github.scorelane.bench.family;

import io.github.scorelane.bench.peer.family.FamilyPeer;

/** A family without Scorelane. */
final class PeerWork implements FamilyWork {
    private final FamilyPeer peer;
    private final double[][] x;
    private final double[] logPdf;
    private final double[][] gradient;

    PeerWork(FamilyPeer peer, int dimension, int parameters, int size) {
        this.peer = peer;
        x = new double[dimension][size];
        logPdf = new double[size];
        gradient = new double[parameters][size];
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

    @Override
    public double[][] points() {
        return x;
    }

    @Override
    public double[] logPdfs() {
        return logPdf;
    }

    @Override
    public double[][] gradient() {
        return gradient;
    }
}
