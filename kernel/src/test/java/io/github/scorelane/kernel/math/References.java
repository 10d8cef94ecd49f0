package io.github.scorelane.kernel.math;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A table of arguments and exact results, made by a program in src/reference. */
final class References {
    private final List<Row> rows;

    private References(List<Row> rows) {
        this.rows = rows;
    }

    static References of(String table) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                References.class.getResourceAsStream(table), StandardCharsets.UTF_8))) {
            return new References(in.lines().filter(line -> !line.startsWith("#")).map(Row::of).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the bits of the arguments. */
    long[] arguments() {
        return rows.stream().mapToLong(Row::argument).toArray();
    }

    /** Returns the error of the worst of these results for {@link #arguments()}, in ULP of the exact result. */
    Worst worst(double[] results) {
        Worst worst = new Worst(0, 0);
        for (int i = 0; i < results.length; i++) {
            Row row = rows.get(i);
            double ulps = row.ulps(results[i]);
            if (ulps > worst.ulps) {
                worst = new Worst(ulps, row.argument);
            }
        }
        return worst;
    }

    record Worst(double ulps, long argument) {
        @Override
        public String toString() {
            return ulps + " ULP at bits " + Long.toHexString(argument) + ", as a double "
                    + Double.longBitsToDouble(argument);
        }
    }

    private record Row(long argument, double rounded, BigDecimal left) {
        static Row of(String line) {
            String[] parts = line.split(",");
            return new Row(
                    Long.parseUnsignedLong(parts[0], 16), Double.parseDouble(parts[1]), new BigDecimal(parts[2]));
        }

        double ulps(double result) {
            if (!Double.isFinite(result)) {
                return Double.POSITIVE_INFINITY;
            }
            BigDecimal nearest = new BigDecimal(rounded);
            double ulp = Math.ulp(rounded);
            if (left.signum() == -nearest.signum()) { // The exact result may lie in the binade below.
                ulp = Math.min(ulp, Math.ulp(Math.nextDown(Math.abs(rounded))));
            }
            return new BigDecimal(result).subtract(nearest).subtract(left).abs()
                    .divide(new BigDecimal(ulp), MathContext.DECIMAL64).doubleValue();
        }
    }
}
