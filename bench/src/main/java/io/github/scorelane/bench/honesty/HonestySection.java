package io.github.scorelane.bench.honesty;

import io.github.scorelane.bench.report.MachineList;
import io.github.scorelane.bench.report.Text;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The chapter on coverage and variance of a folder's README. */
final class HonestySection {
    private HonestySection() {}

    static String of(HonestyMeasurements measured, String folder) {
        HonestySettings settings = measured.settings();
        List<GridRow> rows = measured.rows();
        return """
                ## Coverage and variance

                %s cells, a family's distribution and a function each; of each cell the gradient by every parameter, and the
                value, estimated with %s samples, over %s seeds. Figures are functions of seeds, the same on any machine;
                ± is one standard error, of a coverage that of a share of the seeds, of a ratio of variances by the delta method,
                what the same seeds have in common left out.

                %s

                The automatic baseline is to keep these bounds, where "best" is the least variance of plain, leave-one-out and
                optimal constant (the least of three measured ones, which is a little less than the least):

                %s
                A coverage is the share of intervals, estimate ± 1.96 standard errors, that hold the truth; a variance is the mean
                squared distance from it. Truths are made without the library: of quadrature of densities between kinks and
                steps, of sums, and of alternating series where a wave has a long tail, to ten digits and more.

                A function f is left out of a cell where |f s|³, s being the score, has no expectation, since the estimate is
                then not near normal at the rate 1/√n, whatever the estimator: √|x| and |x − m| if the tail falls as x^−a and a
                is at most 1.5 and 3, exp(x/4) if it falls as exp(−rx) and r is at most 0.75, or more slowly. Of a discrete
                family a tail is left out where no value has one within 4 times of its probability, or where it is nearer to
                another that is asked for.

                No estimator is to be biased. The means over the seeds are off the truths by at most so many of their standard
                errors (which are themselves known from the seeds: rare events seen in few of them make large ones):

                %s
                Geometric means leave out what a constant predicts whole, and take a gain of more than a million for a million.

                %s
                [honesty.json](honesty.json) and [honesty.csv](honesty.csv) are what was measured; the rest is made of them by
                `mvn -q -Pbench -Dbench.args="-report jmh-results/%s"`.
                """.formatted(Text.count(measured.functions().size()), join(settings.samples()),
                join(settings.seeds()), MachineList.ofSeeds(measured.madeOn()),
                Bound.ALL.stream().map(bound -> judge(bound, rows)).collect(Collectors.joining()),
                bias("plain", measured, GridRow::plainBiasZ)
                        + bias("leave-one-out", measured, GridRow::leaveOneOutBiasZ)
                        + bias("optimal constant", measured, GridRow::constantBiasZ)
                        + bias("automatic", measured, GridRow::biasZ),
                HonestyTables.all(measured), folder);
    }

    private static String judge(Bound bound, List<GridRow> rows) {
        return String.format(Locale.ROOT, "- %s: of %s, **%d** are beyond it, %d by more than %.0f standard errors%n", bound.text(),
                Text.count(rows.stream().filter(bound.applies()).count()), bound.beyond(rows, 0).size(),
                bound.beyond(rows, HonestyTables.SURE).size(), HonestyTables.SURE);
    }

    private static String bias(String estimator, HonestyMeasurements measured, ToDoubleFunction<GridRow> z) {
        ToDoubleFunction<GridRow> size = row -> Math.abs(z.applyAsDouble(row));
        List<GridRow> rows = measured.rows();
        GridRow worst = rows.stream().max(Comparator.comparingDouble(size)).orElseThrow();
        return String.format(Locale.ROOT, "- %s: %.2f (%s); %d of %s are beyond 4%n", estimator, size.applyAsDouble(worst),
                measured.name(worst), rows.stream().filter(row -> size.applyAsDouble(row) > 4).count(), Text.count(rows.size()));
    }

    private static String join(int... numbers) {
        return Arrays.stream(numbers).mapToObj(Text::count).collect(Collectors.joining("; "));
    }
}
