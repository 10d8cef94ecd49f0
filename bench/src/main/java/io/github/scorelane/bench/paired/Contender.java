package io.github.scorelane.bench.paired;

/**
 * A contender that Scorelane is compared with.
 *
 * @param name the task's name
 * @param description the words that tell a person what it is
 * @param atLeast the number of times that Scorelane is to be faster, or 0 where nothing is promised
 * @param aim the number of times faster that would be fine
 */
public record Contender(String name, String description, double atLeast, double aim) {
    /** The beginning of the names of MKL's tasks. */
    public static final String MKL = "mkl";

    /** Creates a contender that is only shown. */
    static Contender shown(String name, String description) {
        return new Contender(name, description, 0, 0);
    }

    /** Tells whether something is promised against it. */
    public boolean hasTarget() {
        return atLeast > 0;
    }

    /** Tells whether it is Intel's. */
    public boolean isMkl() {
        return name.startsWith(MKL);
    }
}
