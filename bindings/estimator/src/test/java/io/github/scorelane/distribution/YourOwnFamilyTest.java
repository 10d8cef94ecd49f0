package io.github.scorelane.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.Estimate;
import io.github.scorelane.ScoreFunctionEstimator;
import io.github.scorelane.check.ScoreCheck;
import io.github.scorelane.kernel.stream.SplitStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Tests that the family in the package's documentation works, and that one without scores is refused. */
class YourOwnFamilyTest {
    /** The directory of the module, as Surefire gives it; outside Surefire it is the working directory. */
    private static final Path MODULE = Path.of(System.getProperty("basedir", ""));
    private static final String PACKAGE = "java/io/github/scorelane/distribution/";

    @Test
    void theExampleIsTheSourceFile() throws IOException {
        String source = Files.readString(MODULE.resolve("src/test/" + PACKAGE + "Maxwell.java"));
        String shown = Files.readString(MODULE.resolve("src/main/" + PACKAGE + "package-info.java"))
                .lines().map(line -> line.replaceFirst("^ \\* ?", "")).collect(Collectors.joining("\n"));
        String code = source.substring(source.indexOf("record Maxwell"));
        int begin = shown.indexOf("{@snippet :\n") + "{@snippet :\n".length();
        assertEquals(code, shown.substring(begin, begin + code.length()));
        assertTrue(shown.startsWith("}\n", begin + code.length()), "the snippet ends where the source does");
    }

    @Test
    void theExamplePasses() {
        ScoreCheck.verify(new Maxwell(1.3));
    }

    /** The exact derivative is known, because E[x²] = 3a². */
    @Test
    void theExampleEstimates() {
        Estimate e = ScoreFunctionEstimator.of(new Maxwell(1.3)).samples(100_000).seed(1).estimate(x -> x * x);
        assertEquals(6 * 1.3, e.gradient()[0], 6.5 * e.standardError()[0]);
        assertTrue(e.standardError()[0] < 0.1);
    }

    @Test
    void withoutScoresGradientsAreRefused() {
        var e = assertThrows(UnsupportedOperationException.class,
                () -> ScoreFunctionEstimator.of(new Unscored()).samples(10).estimate(x -> x));
        assertTrue(e.getMessage().startsWith(Unscored.class.getName() + " has no gradLogPdf. Finite differences"), e.getMessage());
        assertTrue(e.getMessage().contains("[rate]"), e.getMessage());
        assertEquals(List.of(e.getMessage()), ScoreCheck.findings(new Unscored()));
    }

    /** A distribution that has everything but scores. */
    private record Unscored() implements UnivariateDistribution {
        private static final Exponential EXPONENTIAL = Exponential.ofRate(1);

        @Override
        public List<String> parameterNames() {
            return EXPONENTIAL.parameterNames();
        }

        @Override
        public double[] parameters() {
            return EXPONENTIAL.parameters();
        }

        @Override
        public UnivariateDistribution withParameters(double... parameters) {
            return this;
        }

        @Override
        public void sample(SplitStream stream, long first, double[] x, int offset, int length) {
            EXPONENTIAL.sample(stream, first, x, offset, length);
        }

        @Override
        public void logPdf(double[] x, int offset, double[] logPdf, int logPdfOffset, int length) {
            EXPONENTIAL.logPdf(x, offset, logPdf, logPdfOffset, length);
        }
    }
}
