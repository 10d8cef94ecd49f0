package io.github.scorelane.kernel;

/** Checks that a range lies inside an array, and says in a message that names the array if it does not. */
public final class ArrayRange {
    private ArrayRange() {}

    /**
     * Refuses a range that does not lie inside an array.
     *
     * @param name the array's name in the message
     * @param arrayLength the array's length
     * @param offset index at which the range begins
     * @param length number of elements
     * @throws IllegalArgumentException if the offset or the length is negative, or the range ends past the array
     */
    public static void check(String name, int arrayLength, int offset, int length) {
        if ((offset | length) < 0 || length > arrayLength - offset) {
            throw new IllegalArgumentException(message(name, arrayLength, offset, length));
        }
    }

    private static String message(String name, int arrayLength, int offset, int length) {
        if (offset < 0) {
            return "offset of " + name + " is negative: " + offset;
        }
        if (length < 0) {
            return "length is negative: " + length;
        }
        return name + " is too short: offset " + offset + " + length " + length + " > " + arrayLength;
    }
}
