package io.github.scorelane.bench.paired;

/** Makes one estimate, and says how many milliseconds it took: a program for a fresh JVM. */
final class ColdEstimate {
    private ColdEstimate() {}

    /** Runs with the number of samples. */
    public static void main(String[] args) {
        int samples = Integer.parseInt(args[0]);
        long start = System.nanoTime();
        double gradient = Estimates.first(samples).gradient()[0];
        double milliseconds = (System.nanoTime() - start) / 1e6;
        if (Double.isNaN(gradient)) {
            throw new IllegalStateException("the estimate is not a number");
        }
        System.out.println(milliseconds);
    }
}
