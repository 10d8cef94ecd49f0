package io.github.scorelane.bench.honesty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.scorelane.bench.honesty.law.Law;
import io.github.scorelane.bench.honesty.law.Truth;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * Expectations of the cosine and the root that have a closed form, by characteristic functions and fractional moments, and their
 * derivatives: made with mpmath at 40 digits. Among them are those whose integrals are hardest, waves in heavy tails and roots
 * where a density is infinite.
 */
class LawTest {
    /** A family, one of its sets, a function, the value and the gradient. */
    private static final String REFERENCES = """
            LOG_NORMAL 0 ROOT 1.1331484530668263 0.56657422653341316 0.28328711326670658
            GAMMA 0 COSINE 0.96295866958772273 -0.39325861417196196 -0.051937258024292015
            GAMMA 0 ROOT 0.15653450819419703 1.3905172821727784 0.078267254097098513
            GAMMA 1 COSINE 0.56886448100578311 -0.84702470299604592 -0.14893065462657091
            GAMMA 1 ROOT 0.79788456080286536 1.1061028674656327 0.19947114020071634
            GAMMA 2 COSINE -0.1675011379153391 0.066504948226242691 0.20167361086796681
            GAMMA 2 ROOT 2.0351285284451278 0.3670808247596653 0.67837617614837593
            CHI_SQUARED 0 COSINE 0.87409893888986761 -0.43280786331693799
            CHI_SQUARED 0 ROOT 0.31484085249119584 0.88952676874448292
            CHI_SQUARED 1 COSINE 0.36892520837138763 -0.37191184274754827
            CHI_SQUARED 1 ROOT 1.0460496200531016 0.448968339281594
            CHI_SQUARED 2 COSINE -0.0112 0.025763681536462019
            CHI_SQUARED 2 ROOT 2.7416246753776568 0.1819798038357174
            WEIBULL 0 ROOT 0.94065585825677163 -0.40405165243937492 0.47032792912838582
            PARETO 0 COSINE -0.097570433799151761 0.006741850841118454
            GUMBEL 2 COSINE 0.12462164510376649 -0.39797711082003978 -0.046180512884632918
            LOGISTIC 2 COSINE 0.26682457683639696 -0.41555465709278012 -0.4779524548624077
            LAPLACE 2 COSINE 0.36261899722693941 -0.56474562738785 -0.34071583632061421
            CAUCHY 2 COSINE 0.026900067841571608 -0.041894373450204545 -0.026900067841571608
            STUDENT_T 0 COSINE 0.34172419792799335 0.14751020205420785 0.0 -0.33064937098976994
            STUDENT_T 1 COSINE 0.43258197693159793 0.014597630754494066 -0.67370651241975934 -0.33291627155818589
            INVERSE_GAMMA 0 COSINE 0.06450395397637081 0.2928436626348261 -0.24471738146300949
            INVERSE_GAUSSIAN 0 COSINE 0.65352559994430564 -0.16629154838385698 -0.34738970446982881
            BETA 0 COSINE 0.87241695384686532 -0.29214749095432726 0.22558050891198374
            BETA 0 ROOT 0.50484499949625169 0.87928751465168726 -0.40176457516790919
            KUMARASWAMY 0 ROOT 0.66666666666666667 0.37382974072903473 -0.44444444444444444
            VON_MISES 1 COSINE 0.61235487195823269 -0.33453099121875805 0.14411941457800666
            POISSON 0 COSINE 0.97641240302573083 -0.48344352561794679
            GEOMETRIC 1 COSINE 0.76589482567597712 1.1073488144245879
            NEGATIVE_BINOMIAL 0 COSINE 0.43216303783294006 -0.81538227835793527 1.2617374267264933
            NEGATIVE_BINOMIAL 2 COSINE -6.6230318812244243e-10 3.9306720164781475e-10 -3.7909260930420423e-8
            ZETA 0 COSINE 0.1035412551813342 0.23474252470808722
            ZETA 1 COSINE 0.3459881277034802 0.14543706185955522
            ZETA 1 ROOT 1.1486621537198979 -0.19239018804803233
            ZETA 2 COSINE 0.50420176820303828 0.027367578135711933
            ZETA 2 ROOT 1.0171465712340066 -0.014170530440857503
            """;

    @Test
    void expectationsAreTheClosedForms() {
        REFERENCES.lines().forEach(line -> {
            String[] cells = line.split(" ");
            Family family = Family.valueOf(cells[0]);
            Law law = family.law(family.numbers(Integer.parseInt(cells[1])));
            Subject f = TestFunction.valueOf(cells[2]).fitted(law).orElseThrow();
            Truth truth = law.truth(f.value(), f.oscillates(), f.breaks());
            double[] expected = Arrays.stream(cells, 3, cells.length).mapToDouble(Double::parseDouble).toArray();
            assertNear(expected[0], truth.value(), line);
            assertEquals(expected.length - 1, truth.gradient().length, line);
            for (int p = 0; p < truth.gradient().length; p++) {
                assertNear(expected[p + 1], truth.gradient()[p], line);
            }
        });
    }

    private static void assertNear(double expected, double actual, String line) {
        assertEquals(expected, actual, 3e-11 * Math.max(1e-3, Math.abs(expected)), line);
    }
}
