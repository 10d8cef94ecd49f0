package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * What a curve x(c) leaves of the normal distribution: where x is odd and rises, c is uniform in (−½, ½) and x(c) a part of the
 * normal distribution with the probability A, it is the density φ(x(c))·x′(c) − A in c. It is drawn by rejection from a stepped
 * envelope.
 *
 * <p>The steps are 64 equal cells of |c|, made of 1024 slots that have the same area. A word chooses a slot, and where in its
 * cell |c| is. The lowest slots of a cell lie under the density altogether: from these, more than half, the draw is x(c), and
 * no more to be done. In the others a second word chooses a height, to be compared with the density. Four tries of five succeed.
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
    /** The cell of a slot, or its complement if the slot is not sure. */
    private final byte[] cellOfSlot = new byte[SLOTS];

    /**
     * A rest.
     *
     * @param curve x(c), for c from 0 to ½
     * @param slope x′(c)
     * @param share A
     * @param sure how many slots of each cell lie under the density
     * @param slots how many each has
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
     * A draw.
     *
     * @param fresh the word of the first try, of whose low 13 bits no use is made
     * @param stream of whose reserved streams the other words are
     * @param index which words of theirs
     * @return a number between the ends of the curve
     */
    double draw(long fresh, SplitStream stream, long index) {
        long word = fresh;
        for (int attempt = 0; ; attempt++) {
            // A sign, ten bits for a slot, 40 for where in its cell.
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

    /** Below this the density is not, in a cell. */
    double floor(int cell) {
        return sure[cell] * slotHeight;
    }

    /** Above this it is not. */
    double ceiling(int cell) {
        return slots[cell] * slotHeight;
    }

    /** The density. */
    double excess(double c) {
        return excess(c, curve.applyAsDouble(c));
    }

    private double excess(double c, double x) {
        return Fma.fma(DENSITY_AT_ZERO * Exp.exp(-0.5 * x * x), slope.applyAsDouble(c), -share);
    }
}
