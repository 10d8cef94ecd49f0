package io.github.scorelane;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Tests that the policy gradient in the documentation works. */
class SoftmaxBanditTest {
    private static final Path MODULE = Path.of(System.getProperty("basedir", ""));

    @Test
    void theExampleIsTheSourceFile() throws IOException {
        String source = Files.readString(MODULE.resolve("src/test/java/io/github/scorelane/SoftmaxBandit.java"));
        String shown = Files.readString(MODULE.resolve("src/main/java/io/github/scorelane/ConditionalEstimator.java"))
                .lines().map(line -> line.replaceFirst("^ \\* ?", "")).collect(Collectors.joining("\n"));
        String code = source.substring(source.indexOf("    static"), source.lastIndexOf("}"))
                .lines().map(line -> line.replaceFirst("^ {4}", "")).collect(Collectors.joining("\n"));
        assertTrue(shown.contains("{@snippet :\n" + code + "\n}\n"), code);
    }

    /** The best of the three actions is the one that the context points to. Chance alone takes it one time in three. */
    @Test
    void theExampleLearns() {
        int rows = 2000;
        SplittableRandom random = new SplittableRandom(3);
        double[][] context = {random.doubles(rows, -1, 1).toArray(), random.doubles(rows, -1, 1).toArray()};
        double[][] directions = {{1, 0}, {-0.5, 0.87}, {-0.5, -0.87}};
        int[] best = new int[rows];
        for (int b = 0; b < rows; b++) {
            best[b] = largest(directions, context, b);
        }
        double[][] weights = SoftmaxBandit.learn(context, (row, action) -> action == best[row] ? 1 : 0, 100);
        int right = 0;
        for (int b = 0; b < rows; b++) {
            right += largest(weights, context, b) == best[b] ? 1 : 0;
        }
        assertTrue(right > 0.97 * rows, right + " of " + rows);
    }

    private static int largest(double[][] weights, double[][] context, int row) {
        int largest = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int a = 0; a < weights.length; a++) {
            double score = weights[a][0] * context[0][row] + weights[a][1] * context[1][row];
            if (score > most) {
                most = score;
                largest = a;
            }
        }
        return largest;
    }
}
