package io.github.scorelane.bench.paired;

/**
 * What Scorelane is compared with.
 *
 * @param name of the task
 * @param description what it is, for a person
 * @param atLeast how many times faster than it Scorelane is to be, or 0 where nothing is promised
 * @param aim how many times faster would be fine
 */
public record Contender(String name, String description, double atLeast, double aim) {
    /** What the names of MKL's tasks begin with. */
    public static final String MKL = "mkl";

    /** A contender that is only shown. */
    static Contender shown(String name, String description) {
        return new Contender(name, description, 0, 0);
    }

    /** Whether something is promised against it. */
    public boolean hasTarget() {
        return atLeast > 0;
    }

    /** Whether it is Intel's. */
    public boolean isMkl() {
        return name.startsWith(MKL);
    }
}
