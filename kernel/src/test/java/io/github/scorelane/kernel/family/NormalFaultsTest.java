package io.github.scorelane.kernel.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.kernel.statistics.AndersonDarling;
import io.github.scorelane.kernel.statistics.Cells;
import io.github.scorelane.kernel.statistics.ChiSquare;
import io.github.scorelane.kernel.statistics.Draws;
import io.github.scorelane.kernel.statistics.LagOnePairs;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongToDoubleFunction;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

/**
 * Tests that the tests of {@link NormalSamplerFitTest} find faults, with far fewer draws than they have there: each passes the
 * sampler as it is, and fails it with a fault that one might make.
 */
class NormalFaultsTest {
    /** Probability of a false failure of each of twelve tests that are to pass, together below 2e-8. */
    private static final double LIMIT = 1e-9;
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);
    private static final SplitStream STREAM = SplitStream.ofHashed(20261121);
    private static final int MILLION = 1_000_000;
    private static final int RARE = 64;
    private static final int REST = 4;

    /** Tests that draws are made of these parts, from which the faults are built. */
    @Test
    void aDrawIsOfThePartThatItsLowBitsSay() {
        LongToDoubleFunction composed = composed(NormalFaultsTest::flank, NormalFaultsTest::tail);
        for (int i = 0; i < MILLION; i++) {
            double x = right(i);
            assertEquals(x, composed.applyAsDouble(i));
            boolean isBeyondTheBody = part(i) < RARE && (part(i) != REST || NormalSampler.isRestOfFlanks(STREAM.word(i)));
            assertEquals(isBeyondTheBody, Math.abs(x) >= NormalSampler.g(0.5));
            assertEquals(part(i) < REST, Math.abs(x) >= NormalSampler.h(0.5));
        }
    }

    @Test
    void cellsFindAWrongEdgeOfTheTails() {
        LongToDoubleFunction wrong = composed(NormalFaultsTest::flank, i -> NormalSampler.tail(halved(STREAM.word(i))));
        Cells cells = Cells.equallyLikely(10_000, STANDARD);
        assertFinds(cells.test(Draws.each(NormalFaultsTest::right), MILLION, STANDARD),
                cells.test(Draws.each(wrong), MILLION, STANDARD));
    }

    @Test
    void cellsAtTheSeamsFindAGapBesideTheBody() {
        assertSeamsFind(composed(i -> 1.005 * flank(i), NormalFaultsTest::tail));
    }

    @Test
    void cellsAtTheSeamsFindAGapBeforeTheTails() {
        assertSeamsFind(composed(NormalFaultsTest::flank, i -> 1.02 * tail(i)));
    }

    @Test
    void andersonDarlingFindsFlanksWithoutASign() {
        LongToDoubleFunction wrong = composed(i -> Math.abs(flank(i)), NormalFaultsTest::tail);
        assertTrue(AndersonDarling.of(Draws.each(NormalFaultsTest::right), MILLION, STANDARD).pValueBound() > LIMIT);
        assertTrue(AndersonDarling.of(Draws.each(wrong), MILLION, STANDARD).pValueBound() < LIMIT);
    }

    @Test
    void pairsFindAWordThatIsUsedTwice() {
        LongToDoubleFunction wrong = composed(i -> NormalSampler.flank(STREAM.word(i + 1)), NormalFaultsTest::tail);
        assertFinds(LagOnePairs.test(Draws.each(NormalFaultsTest::right), MILLION, 64, STANDARD),
                LagOnePairs.test(Draws.each(wrong), MILLION, 64, STANDARD));
    }

    @Test
    void cellsOfTheFlanksFindALostBit() {
        assertFinds(CompositionCells.flanks(Draws.each(NormalFaultsTest::flank), MILLION),
                CompositionCells.flanks(Draws.each(i -> NormalSampler.flank(halved(STREAM.word(i)))), MILLION));
    }

    @Test
    void cellsOfTheFlanksAndTheirRestFindThatThereIsNoRest() {
        assertFinds(CompositionCells.flanksAndRest(Draws.each(i -> NormalSamplerFitTest.flankOrRest(STREAM, i)), 50 * MILLION),
                CompositionCells.flanksAndRest(Draws.each(NormalFaultsTest::flank), 50 * MILLION));
    }

    @Test
    void cellsOfTheTailsFindAWrongEdge() {
        assertFinds(TailFit.whole(NormalSampler::tail, STREAM, MILLION, 5_000),
                TailFit.whole(word -> 0.9999 * NormalSampler.tail(word), STREAM, MILLION, 5_000));
    }

    @Test
    void cellsOfTheFarTailsFindWordsOf32Bits() {
        assertFinds(TailFit.far(NormalSampler::tail, STREAM, MILLION),
                TailFit.far(word -> NormalSampler.tail(word & -1L << 32), STREAM, MILLION));
    }

    @Test
    void cellsOfTheRestFindThatItIsLeftToTheBody() {
        assertRestOfBodyFinds(i -> NormalSampler.g(STREAM.uniform(i) - 0.5));
    }

    @Test
    void cellsOfTheRestFindThatItIsLeftToTheFlanks() {
        assertRestOfFlanksFinds(NormalFaultsTest::flank);
    }

    @Test
    void cellsOfTheRestFindAStepOfTheEnvelopeThatIsTooLow() {
        assertRestOfBodyFinds(i -> refused(i, NormalSampler.BODY_REST, NormalSampler::g));
        assertRestOfFlanksFinds(i -> refused(i, NormalSampler.FLANK_REST, NormalSampler::h));
    }

    /** Makes a sampler that refuses a third of the draws in the cell of |c| next to the last that it should not refuse. */
    private static double refused(long i, SteppedRest rest, DoubleUnaryOperator curve) {
        double x = rest.draw(STREAM.word(i), STREAM, i);
        boolean isThere = Math.abs(x) > curve.applyAsDouble(62 / 128.0) && Math.abs(x) < curve.applyAsDouble(63 / 128.0);
        return isThere && i % 3 == 0 ? rest.draw(STREAM.word(i + 10 * MILLION), STREAM, i + 10 * MILLION) : x;
    }

    @Test
    void cellsOfTheRestFindThatItIsTheEnvelope() {
        assertRestOfBodyFinds(i -> envelope(i, NormalSampler.BODY_REST, NormalSampler::g));
        assertRestOfFlanksFinds(i -> envelope(i, NormalSampler.FLANK_REST, NormalSampler::h));
    }

    /** Makes a draw whose height is not compared. */
    private static double envelope(long i, SteppedRest rest, DoubleUnaryOperator curve) {
        double left = STREAM.uniform(i) * IntStream.range(0, 64).mapToDouble(rest::ceiling).sum();
        int cell = 0;
        for (; cell < 63 && left > rest.ceiling(cell); cell++) {
            left -= rest.ceiling(cell);
        }
        double c = (cell + left / rest.ceiling(cell)) / 128;
        return NormalSampler.signed(curve.applyAsDouble(c), STREAM.word(i + 10 * MILLION));
    }

    @Test
    void partsFindThatOneIsChosenByLeadingBits() {
        assertFinds(PartFit.part(NormalFaultsTest::part, STREAM::word, 10 * MILLION),
                PartFit.part(i -> STREAM.word(i) >>> -10, STREAM::word, 10 * MILLION));
    }

    @Test
    void partsFindAFreshWordThatIsNotFresh() {
        LongUnaryOperator reused = i -> Long.rotateRight(STREAM.word(i), 10);
        assertFinds(PartFit.rare(NormalFaultsTest::part, i -> STREAM.reservedWord(0, i), 10 * MILLION),
                PartFit.rare(NormalFaultsTest::part, reused, 10 * MILLION));
    }

    private static double right(long i) {
        return NormalSampler.draw(STREAM, i);
    }

    private static LongToDoubleFunction composed(LongToDoubleFunction flanks, LongToDoubleFunction tails) {
        return i -> {
            if (part(i) < REST) {
                return tails.applyAsDouble(i);
            }
            return part(i) == REST ? NormalSampler.rest(STREAM.word(i), STREAM, i)
                    : part(i) < RARE ? flanks.applyAsDouble(i) : right(i);
        };
    }

    private static long part(long i) {
        return STREAM.word(i) & 1023;
    }

    private static double flank(long i) {
        return NormalSampler.flank(STREAM.word(i));
    }

    private static double tail(long i) {
        return NormalSampler.tail(STREAM.word(i));
    }

    /** Makes a word whose magnitude is half as large, as a shift by a bit too many would. */
    private static long halved(long word) {
        return word & Long.MIN_VALUE | (word & Long.MAX_VALUE) >>> 1;
    }

    private static void assertSeamsFind(LongToDoubleFunction wrong) {
        assertFinds(CompositionCells.all(Draws.each(NormalFaultsTest::right), 4 * MILLION),
                CompositionCells.all(Draws.each(wrong), 4 * MILLION));
    }

    private static void assertRestOfBodyFinds(LongToDoubleFunction wrong) {
        Draws right = Draws.each(i -> NormalSampler.BODY_REST.draw(STREAM.word(i), STREAM, i));
        assertFinds(CompositionCells.restOfBody(right, 2 * MILLION), CompositionCells.restOfBody(Draws.each(wrong), 2 * MILLION));
    }

    private static void assertRestOfFlanksFinds(LongToDoubleFunction wrong) {
        Draws right = Draws.each(i -> NormalSampler.FLANK_REST.draw(STREAM.word(i), STREAM, i));
        assertFinds(CompositionCells.restOfFlanks(right, MILLION), CompositionCells.restOfFlanks(Draws.each(wrong), MILLION));
    }

    private static void assertFinds(ChiSquare right, ChiSquare wrong) {
        assertTrue(right.pValue() > LIMIT, "fails the sampler as it is: " + right + ", p = " + right.pValue());
        assertTrue(wrong.pValue() < LIMIT, "passes the fault: " + wrong + ", p = " + wrong.pValue());
    }
}
