package io.github.scorelane.kernel.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.kernel.statistics.AndersonDarling;
import io.github.scorelane.kernel.statistics.Cells;
import io.github.scorelane.kernel.statistics.ChiSquare;
import io.github.scorelane.kernel.statistics.Draws;
import io.github.scorelane.kernel.statistics.LagOnePairs;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.function.LongToDoubleFunction;
import java.util.function.LongUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

/**
 * The tests of {@link NormalSamplerFitTest} find faults, with far fewer draws than they have there: each passes the sampler as
 * it is, and fails it with a fault that one might make.
 */
class NormalFaultsTest {
    /** Of eleven tests that are to pass, together below 2e-8. */
    private static final double LIMIT = 1e-9;
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);
    private static final SplitStream STREAM = SplitStream.ofHashed(20261121);
    private static final int MILLION = 1_000_000;
    private static final int RARE = 33;

    /** The faults are built from the parts, so these have to be what a draw is made of. */
    @Test
    void aDrawIsOfThePartThatItsLowBitsSay() {
        LongToDoubleFunction composed = composed(NormalFaultsTest::tail, NormalFaultsTest::rest);
        for (int i = 0; i < MILLION; i++) {
            assertEquals(right(i), composed.applyAsDouble(i));
            assertEquals(part(i) > 0 && part(i) < RARE, Math.abs(right(i)) >= NormalSampler.g(0.5));
        }
    }

    @Test
    void cellsFindAWrongEdgeOfTheTails() {
        LongToDoubleFunction wrong = composed(i -> NormalSampler.tail(halved(STREAM.reservedWord(0, i))), NormalFaultsTest::rest);
        Cells cells = Cells.equallyLikely(10_000, STANDARD);
        assertFinds(cells.test(Draws.each(NormalFaultsTest::right), MILLION, STANDARD),
                cells.test(Draws.each(wrong), MILLION, STANDARD));
    }

    @Test
    void cellsAtTheSeamsFindAGapThere() {
        LongToDoubleFunction wrong = composed(i -> 1.005 * tail(i), NormalFaultsTest::rest);
        assertFinds(BodyCells.all(Draws.each(NormalFaultsTest::right), 2 * MILLION), BodyCells.all(Draws.each(wrong), 2 * MILLION));
    }

    @Test
    void andersonDarlingFindsTailsWithoutASign() {
        LongToDoubleFunction wrong = composed(i -> Math.abs(tail(i)), NormalFaultsTest::rest);
        assertTrue(AndersonDarling.of(Draws.each(NormalFaultsTest::right), MILLION, STANDARD).pValueBound() > LIMIT);
        assertTrue(AndersonDarling.of(Draws.each(wrong), MILLION, STANDARD).pValueBound() < LIMIT);
    }

    @Test
    void pairsFindAWordThatIsUsedTwice() {
        LongToDoubleFunction wrong = composed(i -> NormalSampler.tail(STREAM.word(i + 1)), NormalFaultsTest::rest);
        assertFinds(LagOnePairs.test(Draws.each(NormalFaultsTest::right), MILLION, 64, STANDARD),
                LagOnePairs.test(Draws.each(wrong), MILLION, 64, STANDARD));
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
        assertRestFinds(i -> NormalSampler.g(STREAM.uniform(i) - 0.5));
    }

    @Test
    void cellsOfTheRestFindAStepOfTheEnvelopeThatIsTooLow() {
        // In the cell of |c| next to the last, a third of the draws are refused that should not be.
        double from = NormalSampler.g(62 / 128.0);
        double to = NormalSampler.g(63 / 128.0);
        assertRestFinds(i -> {
            double x = rest(i);
            return Math.abs(x) > from && Math.abs(x) < to && i % 3 == 0 ? rest(i + MILLION) : x;
        });
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

    private static LongToDoubleFunction composed(LongToDoubleFunction tails, LongToDoubleFunction rest) {
        return i -> part(i) == 0 ? rest.applyAsDouble(i) : part(i) < RARE ? tails.applyAsDouble(i) : right(i);
    }

    private static long part(long i) {
        return STREAM.word(i) & 1023;
    }

    private static double tail(long i) {
        return NormalSampler.tail(STREAM.reservedWord(0, i));
    }

    private static double rest(long i) {
        return NormalSampler.rest(STREAM, i);
    }

    /** A word of the outer half of the tails: what a shift by a bit too many makes. */
    private static long halved(long word) {
        return word & Long.MIN_VALUE | (word & Long.MAX_VALUE) >>> 1;
    }

    private static void assertRestFinds(LongToDoubleFunction wrong) {
        assertFinds(BodyCells.rest(Draws.each(NormalFaultsTest::rest), MILLION), BodyCells.rest(Draws.each(wrong), MILLION));
    }

    private static void assertFinds(ChiSquare right, ChiSquare wrong) {
        assertTrue(right.pValue() > LIMIT, "fails the sampler as it is: " + right + ", p = " + right.pValue());
        assertTrue(wrong.pValue() < LIMIT, "passes the fault: " + wrong + ", p = " + wrong.pValue());
    }
}
