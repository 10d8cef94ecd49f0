package io.github.scorelane.quickstart;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The Breast Cancer Wisconsin (Diagnostic) data, with features standardised by their means and population standard
 * deviations. The file {@code wdbc-attribution.txt} beside the data names their source.
 *
 * @param features a row of 30 numbers for each tumour
 * @param benign true for each tumour that was benign
 */
public record BreastCancerData(double[][] features, boolean[] benign) {
    private static final String FILE = "wdbc.csv";

    /**
     * Reads the data from the class path.
     *
     * @return all 569 rows
     */
    public static BreastCancerData load() {
        try (InputStream file = BreastCancerData.class.getResourceAsStream(FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.US_ASCII))) {
            return parse(lines.lines().skip(1).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BreastCancerData parse(List<String> lines) {
        double[][] features = new double[lines.size()][];
        boolean[] benign = new boolean[lines.size()];
        for (int row = 0; row < features.length; row++) {
            double[] cells = Arrays.stream(lines.get(row).split(",")).mapToDouble(Double::parseDouble).toArray();
            int last = cells.length - 1;
            features[row] = Arrays.copyOf(cells, last);
            benign[row] = cells[last] == 1;
        }
        standardise(features);
        return new BreastCancerData(features, benign);
    }

    private static void standardise(double[][] rows) {
        for (int column = 0; column < rows[0].length; column++) {
            double mean = 0;
            for (double[] row : rows) {
                mean += row[column] / rows.length;
            }
            double variance = 0;
            for (double[] row : rows) {
                variance += (row[column] - mean) * (row[column] - mean) / rows.length;
            }
            for (double[] row : rows) {
                row[column] = (row[column] - mean) / Math.sqrt(variance);
            }
        }
    }
}
