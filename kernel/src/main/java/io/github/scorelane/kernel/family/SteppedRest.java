package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Draws from the rest that a curve x(c) leaves of the normal distribution. The curve x is odd and rises, c is uniform in (−½, ½),
 * and x(c) is a part of the normal distribution with the probability A; the rest has the density φ(x(c))·x′(c) − A in c. It is
 * drawn by rejection from a stepped envelope.
 *
 * <p>The steps are 64 equal cells of |c|, made of 1024 slots that have the same area. A word chooses a slot, and where in its cell
 * |c| is. The lowest slots of a cell lie under the density altogether: from these, more than half, the draw is x(c), and nothing
 * more needs to be done. In the others a second word chooses a height, to be compared with the density. Four tries of five succeed.
 *
 * <p>Source of the method: L. Devroye, <i>Non-uniform random variate generation</i>, 1986, II.3 (rejection, squeezes).
 */
final class SteppedRest {
    private static final int SLOTS = 1024;
    private static final int CELLS = 64;
    private static final double DENSITY_AT_ZERO = 0.3989422804014327;

    private final DoubleUnaryOperator curve;
    private final DoubleUnaryOperator slope;
    private final double share;
    private final int[] sure;
    private final int[] slots;
    private final double slotHeight;
    /** Cell of each slot, or its complement if the slot does not lie under the density altogether. */
    private final byte[] cellOfSlot = new byte[SLOTS];

    /**
     * Creates a rest.
     *
     * @param curve x(c), for c from 0 to ½
     * @param slope x′(c)
     * @param share A
     * @param sure number of slots of each cell lie under the density
     * @param slots number of slots of each cell
     * @param area the area of all slots, for both signs of c
     */
    SteppedRest(DoubleUnaryOperator curve, DoubleUnaryOperator slope, double share, int[] sure, int[] slots, double area) {
        this.curve = curve;
        this.slope = slope;
        this.share = share;
        this.sure = sure;
        this.slots = slots;
        slotHeight = area * CELLS / SLOTS;
        int slot = 0;
        for (int cell = 0; cell < CELLS; cell++) {
            Arrays.fill(cellOfSlot, slot, slot + sure[cell], (byte) cell);
            Arrays.fill(cellOfSlot, slot + sure[cell], slot + slots[cell], (byte) ~cell);
            slot += slots[cell];
        }
    }

    /**
     * Makes a draw.
     *
     * @param fresh the word of the first try, of whose low 13 bits no use is made
     * @param stream stream in whose reserved streams the other words are
     * @param index index of these words
     * @return a number between the ends of the curve
     */
    double draw(long fresh, SplitStream stream, long index) {
        long word = fresh;
        for (int attempt = 0; ; attempt++) {
            // A word has a bit for the sign, ten for a slot and 40 for the place in its cell.
            int slot = cellOfSlot[(int) (word >>> 53) & (SLOTS - 1)];
            int cell = slot ^ (slot >> 31);
            double c = (cell + (((word << 11) >>> 24) + 0.5) * 0x1p-40) * (0.5 / CELLS);
            double x = curve.applyAsDouble(c);
            if (slot >= 0 || height(cell, stream.reservedWord(2 * attempt, index)) < excess(c, x)) {
                return NormalSampler.signed(x, word);
            }
            word = stream.reservedWord(2 * attempt + 1, index);
        }
    }

    private double height(int cell, long word) {
        return floor(cell) + (ceiling(cell) - floor(cell)) * SplitStream.uniformOf(word);
    }

    /** Returns a lower bound of the density in a cell. */
    double floor(int cell) {
        return sure[cell] * slotHeight;
    }

    /** Returns an upper bound of the density in a cell. */
    double ceiling(int cell) {
        return slots[cell] * slotHeight;
    }

    /** Returns the density of the rest. */
    double excess(double c) {
        return excess(c, curve.applyAsDouble(c));
    }

    private double excess(double c, double x) {
        return Fma.fma(DENSITY_AT_ZERO * Exp.exp(-0.5 * x * x), slope.applyAsDouble(c), -share);
    }
}
