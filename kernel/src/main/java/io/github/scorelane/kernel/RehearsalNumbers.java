package io.github.scorelane.kernel;

/** Makes the numbers that loops are rehearsed on. */
final class RehearsalNumbers {
    /** Number of sets, of {@link Rehearsal#MOST} numbers each: 4,096 numbers in all. */
    static final int ROUNDS = 16;

    /** Numbers at which a loop may branch. The first vector of any width has a zero and a NaN. */
    private static final double[] SPECIAL = {
        0, Double.NaN, Double.POSITIVE_INFINITY, 1, -0.0, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, 0.5,
        -1, 800, -800, Double.MIN_NORMAL, Double.MAX_VALUE, -Double.MIN_VALUE, 1e-300, -0.5};

    private static final double[] FIRST = make(0);

    private RehearsalNumbers() {}

    /**
     * Makes a set of numbers.
     *
     * @param round number of the set; the first begins with special numbers
     * @return {@link Rehearsal#MOST} numbers between 10^−8 and 10^8 and of both signs; one in sixteen is a special one
     */
    static double[] of(int round) {
        return round == 0 ? FIRST.clone() : make(round);
    }

    private static double[] make(int round) {
        double[] numbers = new double[Rehearsal.MOST];
        long state = round;
        for (int i = 0; i < numbers.length; i++) {
            state = state * 6364136223846793005L + 1442695040888963407L; // This is the generator of Knuth's MMIX.
            double uniform = (state >>> 11) * 0x1p-53;
            double size = Math.pow(10, 16 * uniform - 8);
            numbers[i] = (state & 1L << 40) == 0 ? size : -size;
            if (round == 0 && i < SPECIAL.length) {
                numbers[i] = SPECIAL[i];
            } else if ((state >>> 32 & 15) == 0) {
                numbers[i] = SPECIAL[i % SPECIAL.length];
            }
        }
        return numbers;
    }
}
