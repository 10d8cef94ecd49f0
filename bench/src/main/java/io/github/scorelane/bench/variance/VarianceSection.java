package io.github.scorelane.bench.variance;

import io.github.scorelane.bench.report.MachineList;
import io.github.scorelane.bench.report.Text;
import io.github.scorelane.bench.variance.VarianceMeasurements.VarianceRow;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The chapter on variances of a folder's README. */
final class VarianceSection {
    private VarianceSection() {}

    static String of(VarianceMeasurements measured, String folder) {
        VarianceSettings settings = measured.settings();
        return """
                ## Variance

                The variance of gradients over %s seeds (of the ELBO over %s), as a share of the plain score function
                estimator's, E[f(x) ∇ log p(x)] without a baseline; and the time of an estimate, as a share of the plain one's.
                All estimators have the same seeds, all but Sobol the same samples. Variances are functions of the seeds, the
                same on any machine; ± is one standard error of the ratio. Times are a thread's own processor time, medians of
                turns that the estimators took in one warm JVM, standard errors included, f in its batch form.

                %s

                The automatic baseline, of independent samples, is to have

                %s
                What the automatic baseline takes to choose, and to fit surrogates of f, weighs where n is small and f costs
                little, as all here but the ELBO do. Its time × variance, over the plain estimator's, is

                %s
                What f is:

                - (x + 3)² to cos x: x ~ N(0, 1), gradients by mean and standard deviation.
                - European and digital call: x = ln S after a year, normal, S0 = K = 100, r = 0.03, σ = 0.2; gradients by its mean
                  (S0 times delta) and standard deviation.
                - Down-and-out call: the same call, void if the price is 90 or below after 3, 6, 9 or 12 months; the price at
                  the four dates is the quickstart's `GeometricBrownianMotion`, gradients by spot and volatility. No surrogate
                  is fitted to it.
                - ELBO: the quickstart's logistic regression of 31 weights, at the posterior after %d steps of %s samples; the
                  variances of all 62 components of the gradient, by means and standard deviations, are added up.

                Automatic with Sobol has 32 replicates of n/32 points. Among so few groups its baseline is the mean of f over
                the other folds' replicates, without a surrogate. Leave-one-out and Sobol are not combined: it would be biased.
                %s

                %s
                [variance.json](variance.json), [variance.csv](variance.csv) and [variance-times.csv](variance-times.csv) are
                what was measured; the rest is made of them by `mvn -q -Pbench -Dbench.args="-report jmh-results/%s"`.
                """.formatted(Text.count(settings.seeds()), Text.count(settings.boundSeeds()),
                MachineList.ofSeeds(measured.madeOn()),
                VarianceLimit.ALL.stream().map(limit -> limit.judge(measured)).collect(Collectors.joining()),
                Arrays.stream(settings.samples()).mapToObj(samples -> timeTimesVariance(measured, samples))
                        .collect(Collectors.joining()),
                settings.fitSteps(), Text.count(settings.fitSamples()), sobol(measured), VarianceTables.all(measured), folder);
    }

    /** A line of Markdown: how often it is better than the plain estimator, and where it is least so. */
    private static String timeTimesVariance(VarianceMeasurements measured, int samples) {
        List<VarianceRow> all = measured.automatic(samples).stream().filter(row -> row.samples() == samples).toList();
        ToDoubleFunction<VarianceRow> product = row -> row.overPlain()
                * measured.time(row.subject(), samples, row.estimator()).overPlain();
        VarianceRow worst = all.stream().max(Comparator.comparingDouble(product)).orElseThrow();
        return "- at n = %s below 1 for %d of %d; at most %s (%s, by %s).\n".formatted(Text.count(samples),
                all.stream().filter(row -> product.applyAsDouble(row) < 1).count(), all.size(),
                Text.ratio(product.applyAsDouble(worst)), worst.subject().title(),
                worst.subject().rows().get(worst.row()));
    }

    /** A sentence on where it harms. */
    private static String sobol(VarianceMeasurements measured) {
        List<VarianceRow> all = measured.variances().stream()
                .filter(row -> row.estimator() == Estimator.SOBOL).toList();
        VarianceRow worst = all.stream().max(Comparator.comparingDouble(VarianceRow::overPlain)).orElseThrow();
        return "Its variance is above plain's for %d of %d; at most %s times (%s, by %s, n = %s).".formatted(
                all.stream().filter(row -> row.overPlain() > 1).count(), all.size(), Text.ratio(worst.overPlain()),
                worst.subject().title(), worst.subject().rows().get(worst.row()), Text.count(worst.samples()));
    }
}
