package io.github.scorelane.engine.baseline;

/**
 * Counts of the folds that made each choice, packed into one number for each component, because there may be millions of these.
 */
public final class Choices {
    /** Nothing is subtracted. */
    public static final int NONE = 0;
    /** The mean of f over the other folds. */
    public static final int MEAN = 1;
    /** The optimal constant of the other folds. */
    public static final int OPTIMAL_CONSTANT = 2;
    /** The user's control variates, fitted to the other folds. */
    public static final int CONTROLS = 3;
    /** A surrogate of f, which no sample was used for. */
    public static final int SURROGATE = 4;
    private static final int BITS = 4;

    private Choices() {}

    /** Adds a fold's choice. */
    public static int add(int packed, int choice) {
        return packed + (1 << choice * BITS);
    }

    /**
     * Returns how many folds made a choice.
     *
     * @param packed the packed counts
     * @param choice one of the five choices
     * @return the number of folds
     */
    public static int count(int packed, int choice) {
        return packed >>> choice * BITS & (1 << BITS) - 1;
    }
}
