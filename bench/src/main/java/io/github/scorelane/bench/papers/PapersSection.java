package io.github.scorelane.bench.papers;

import io.github.scorelane.bench.report.MachineList;
import io.github.scorelane.bench.report.Text;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The chapter on the papers of a folder's README. */
final class PapersSection {
    private PapersSection() {}

    static String of(PapersMeasurements measured, String folder) {
        return head(measured) + options(measured) + costs(measured) + regression(measured) + """

                [papers.json](papers.json), [variances.csv](variances.csv) and [learning.csv](learning.csv) are what was
                measured; the rest is made of them by `mvn -q -Pbench -Dbench.args="-report jmh-results/%s"`.
                """.formatted(folder);
    }

    private static String head(PapersMeasurements measured) {
        return """
                ## Two papers done again

                Nothing here is timed. The numbers are functions of seeds, the same on any machine.

                %s
                """.formatted(MachineList.ofSeeds(measured.madeOn()));
    }

    private static String options(PapersMeasurements measured) {
        PapersSettings settings = measured.settings();
        List<OptionPoint> all = measured.options();
        double most = all.stream().mapToDouble(point -> Math.max(Math.abs(point.errorsOff(point.plain())),
                Math.abs(point.errorsOff(point.automatic())))).max().orElseThrow();
        return """

                ### Option sensitivities by the likelihood ratio

                M. Broadie, P. Glasserman, *Estimating security price derivatives using simulation*, Management Science 42
                (1996), tables 1 and 2: a European call, and an Asian one on the average of 30 daily prices, the last at
                maturity; r = 0.1, dividend yield 0.03, σ = 0.25, T = 0.2, K = 100, %s paths. The path is a family of its own,
                with its scores in closed form (`GeometricBrownianMotion` of the quickstart); gamma has the row s² + ∂s/∂S0 in
                place of a score; rho, theta and their errors are linear combinations of a gradient and the value by their
                joint covariance. Theta is −∂V/∂T, all dates moving with the maturity.

                Plus and minus is one standard error. "Errors off" is the distance from the reference in standard errors, the
                reference's own included: of these %d the largest is %.1f. "No baseline" is the likelihood ratio as it stands; with
                the automatic baseline, of the same paths, the variance is lower by as much as the last column says. The Asian
                call has no closed form: its reference is this library's, of %s paths and other seeds. The likelihood ratio
                alone is in the library: the paper's pathwise and resimulation columns are left out, and its printed numbers
                are not quoted.

                %s
                %s""".formatted(Text.count(settings.paths()), 2 * all.size(), most, Text.count(settings.longRun()),
                PapersTables.options(measured, false), PapersTables.options(measured, true));
    }

    private static String costs(PapersMeasurements measured) {
        List<VariancePoint> all = measured.variances();
        StringBuilder text = new StringBuilder("""

                ### Variances of three costs

                S. Mohamed, M. Rosca, M. Figurnov, A. Mnih, *Monte Carlo gradient estimation in machine learning*, JMLR 21
                (2020), figures 2 and 3: gradients of E[f(x)], x ~ N(μ, σ²), at μ = σ = 1, over the grids of k of the authors'
                [notebook](https://github.com/google-deepmind/mc_gradients) (%d values each). The figures show the variance of
                a sample's share in the gradient: of the score function without a baseline, and with the optimal constant
                ("variance reduction"); the mean of f and the automatic choice are added. Pathwise and measure-valued
                gradients are not in this library, and not shown.

                The authors' variances are integrals; these are n times the squares of the standard errors that estimates of n
                = %s samples came with, of one seed. They are within %s%% of the integrals, the farthest of all. The automatic
                baseline is nowhere above %s times the least of the three integrals.
                """.formatted(measured.settings().grid(), Text.count(measured.settings().samples()),
                roundedUp(100 * largest(all, VariancePoint::farthest), 10),
                roundedUp(largest(all, VariancePoint::automaticOverBest), 1000)));
        for (Cost cost : Cost.values()) {
            text.append("\n![variances](%s.svg)\n\n%s".formatted(cost.title(), PapersTables.variances(measured, cost)));
        }
        return text.toString();
    }

    private static String regression(PapersMeasurements measured) {
        PapersSettings settings = measured.settings();
        return """

                ### Bayesian logistic regression

                The same paper's section 8, with the settings of the authors' code: the 569 rows of the breast cancer data,
                standardised, with an intercept (31 weights); a prior N(0, I); a mean-field normal posterior, its means and
                the logarithms of its standard deviations 0 to begin with; %s gradient steps up the evidence lower bound, of
                rate 0.001·cos(π/2 · step/steps), each with 32 rows and 50 samples; the divergence from the prior in closed
                form. Each control has the same batches, and %d fits of other seeds. Every %d steps the first fit is looked
                at, on all rows with %s samples: the bound, and the variance of a sample's share in the gradient, averaged
                over the weights. The bound at the end is judged with ten times the samples.

                - none, leave-one-out, automatic: the library's baselines. With fewer than 256 samples automatic is
                  leave-one-out, so their fits are the same to the bit; where the fit is looked at automatic chooses for
                  itself.
                - moving average: of the batches before, decay 0.9, as `MovingAverage` keeps it. The authors' average holds
                  the current batch, too, which biases, and has a coefficient like the delta method's.
                - delta method: f less its second-order Taylor polynomial at the means, whose gradient is added in closed
                  form; as in the authors' code with two coefficients, estimated each time with 25 samples more.

                ![bound](bound.svg)

                ![variances](gradient-variance.svg)

                %s""".formatted(Text.count(settings.steps()), settings.fits(), settings.interval(),
                Text.count(settings.evaluationSamples()), PapersTables.regression(measured));
    }

    /** Rounds up to a fraction of 1, so that what is said not to be passed is not. */
    private static double roundedUp(double x, int fraction) {
        return Math.ceil(x * fraction) / fraction;
    }

    private static double largest(List<VariancePoint> points, ToDoubleFunction<VariancePoint> number) {
        return points.stream().mapToDouble(number).max().orElseThrow();
    }
}
