package io.github.scorelane.kernel.family;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.kernel.statistics.AndersonDarling;
import io.github.scorelane.kernel.statistics.Cells;
import io.github.scorelane.kernel.statistics.ChiSquare;
import io.github.scorelane.kernel.statistics.Draws;
import io.github.scorelane.kernel.statistics.LagOnePairs;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.function.LongUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Tests the sampler at length. Each of the 14 tests fails a right sampler with probability {@value #FALSE_FAILURE}, together
 * 1.4e-8. {@link NormalFaultsTest} shows that each does fail a wrong one.
 */
@Tag("slow")
class NormalSamplerFitTest {
    private static final double FALSE_FAILURE = 1e-9;
    private static final int HUNDRED_MILLION = 100_000_000;
    private static final int BILLION = 1_000_000_000;
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    @Test
    void tenThousandCells() {
        requireFit("10,000 cells",
                Cells.equallyLikely(10_000, STANDARD).test(draws(SplitStream.ofHashed(101)), BILLION, STANDARD));
    }

    @Test
    void cellsThatStraddleTheSeams() {
        requireFit("cells that straddle the seams", CompositionCells.all(draws(SplitStream.ofHashed(102)), BILLION));
    }

    @Test
    void andersonDarling() {
        AndersonDarling test = AndersonDarling.of(draws(SplitStream.ofHashed(103)), HUNDRED_MILLION, STANDARD);
        System.out.printf("normal draws, Anderson–Darling: A² = %.4f, p = %.4f%n", test.statistic(), test.pValue());
        assertTrue(test.pValueBound() > FALSE_FAILURE, test.toString());
    }

    @Test
    void neighboursAreIndependent() {
        SplitStream stream = SplitStream.ofHashed(104);
        requireFit("lag-1 pairs (0, 1), (2, 3), …", LagOnePairs.test(draws(stream), BILLION, 64, STANDARD));
        Draws fromTheSecond = (first, x) -> NormalSampler.sample(0, 1, stream, first + 1, x, 0, x.length);
        requireFit("lag-1 pairs (1, 2), (3, 4), …", LagOnePairs.test(fromTheSecond, BILLION, 64, STANDARD));
    }

    @Test
    void flanks() {
        SplitStream stream = SplitStream.ofHashed(109);
        requireFit("flanks", CompositionCells.flanks(Draws.each(i -> NormalSampler.flank(stream.word(i))), HUNDRED_MILLION));
        SplitStream other = SplitStream.ofHashed(110);
        requireFit("flanks and their rest",
                CompositionCells.flanksAndRest(Draws.each(i -> flankOrRest(other, i)), HUNDRED_MILLION));
    }

    /**
     * Tests the rest more often than it is drawn: one of 473 draws beyond the body and before the tails is of the rest; here it is
     * always the first.
     */
    static double flankOrRest(SplitStream stream, long i) {
        long word = stream.word(i);
        return i % 473 == 0 ? NormalSampler.FLANK_REST.draw(word, stream, i) : NormalSampler.flank(word);
    }

    @Test
    void tails() {
        requireFit("tails", TailFit.whole(NormalSampler::tail, SplitStream.ofHashed(105), HUNDRED_MILLION, 5_000));
        requireFit("tails, to 8 standard deviations",
                TailFit.far(NormalSampler::tail, SplitStream.ofHashed(106), HUNDRED_MILLION));
    }

    @Test
    void rest() {
        SplitStream stream = SplitStream.ofHashed(107);
        requireFit("rest of the body", CompositionCells.restOfBody(
                Draws.each(i -> NormalSampler.BODY_REST.draw(stream.word(i), stream, i)), HUNDRED_MILLION));
        SplitStream other = SplitStream.ofHashed(111);
        requireFit("rest of the flanks", CompositionCells.restOfFlanks(
                Draws.each(i -> NormalSampler.FLANK_REST.draw(other.word(i), other, i)), HUNDRED_MILLION));
    }

    @Test
    void partsAreIndependentOfLeadingBits() {
        SplitStream stream = SplitStream.ofHashed(108);
        LongUnaryOperator part = i -> stream.word(i) & 1023;
        requireFit("part against its word's leading bits", PartFit.part(part, stream::word, BILLION));
        requireFit("rare part against its word's leading bits", PartFit.rare(part, stream::word, BILLION));
        requireFit("rare part against a fresh word's leading bits",
                PartFit.rare(part, i -> stream.reservedWord(0, i), BILLION));
    }

    private static Draws draws(SplitStream stream) {
        return (first, x) -> NormalSampler.sample(0, 1, stream, first, x, 0, x.length);
    }

    private static void requireFit(String what, ChiSquare test) {
        System.out.printf("normal draws, %s: chi-square %.1f of %d degrees of freedom, p = %.4f%n", what, test.statistic(),
                test.degreesOfFreedom(), test.pValue());
        assertTrue(test.pValue() > FALSE_FAILURE, what + ": " + test + ", p = " + test.pValue());
    }
}
