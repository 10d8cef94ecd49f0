package io.github.scorelane.bench.report;

import io.github.scorelane.bench.machine.Machine;
import io.github.scorelane.bench.variance.Estimator;
import io.github.scorelane.bench.variance.Subject;
import io.github.scorelane.bench.variance.VarianceRow;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The table of variances of the project's README. */
final class ReadmeVariance {
    private static final List<Estimator> VARIANCES = List.of(Estimator.LEAVE_ONE_OUT, Estimator.AUTOMATIC, Estimator.SOBOL);
    private static final List<Estimator> TIMES = List.of(Estimator.AUTOMATIC, Estimator.SOBOL);

    private ReadmeVariance() {}

    static String of(VarianceResults results, String folder) {
        int[] sizes = results.measurements().settings().samples();
        int samples = sizes[sizes.length - 1];
        StringBuilder table = new StringBuilder("""
                | %s samples, plain = 1 | gradient by | variance: leave-one-out | automatic | automatic, Sobol \
                | time × variance: automatic | automatic, Sobol |
                | --- | --- | ---: | ---: | ---: | ---: | ---: |
                """.formatted(Text.count(samples)));
        for (Subject subject : Subject.values()) {
            table.append("| %s | %s |".formatted(subject.title(), String.join(", ", subject.rows())));
            for (Estimator estimator : VARIANCES) {
                table.append(cell(results, subject, samples, estimator, VarianceRow::overPlain));
            }
            for (Estimator estimator : TIMES) {
                double time = results.time(subject, samples, estimator).overPlain();
                table.append(cell(results, subject, samples, estimator, row -> time * row.overPlain()));
            }
            table.append('\n');
        }
        Machine machine = results.machine();
        return table + "\nPlain is the score function estimator without a baseline; automatic is the default. One thread; "
                + machine.cpu() + ", " + machine.jdk() + ". From [jmh-results/" + folder + "](jmh-results/" + folder
                + "/README.md), where errors, other numbers of samples and what f is are; "
                + "`mvn -q -Pbench -Dbench.args=-variance` does it again.\n";
    }

    private static String cell(VarianceResults results, Subject subject, int samples, Estimator estimator,
            ToDoubleFunction<VarianceRow> number) {
        return IntStream.range(0, subject.rows().size())
                .mapToObj(row -> VarianceTable.ratio(number.applyAsDouble(results.variance(subject, samples, estimator, row))))
                .collect(Collectors.joining(", ", " ", " |"));
    }
}
