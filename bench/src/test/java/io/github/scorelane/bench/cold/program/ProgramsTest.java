package io.github.scorelane.bench.cold.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The plain programs compute what the library's do. Seeds are fixed, so that the outcome is always the same. */
class ProgramsTest {
    private static final Pattern RESULT = Pattern.compile("(\\S+) \\+- (\\S+?),?(?=\\s)");
    private static final double ERRORS = 4;

    @Test
    void normal() {
        assertAgree(3, results(NormalProgram::main, "20000"), results(PlainNormalProgram::main, "20000"));
    }

    @Test
    void asian() {
        assertAgree(6, results(AsianProgram::main, "300000"), results(PlainAsianProgram::main, "300000"));
    }

    /** The bound and a component of its gradient at the first of ten steps: all fits begin at one posterior. */
    @Test
    void posterior() {
        assertAgree(2, results(PosteriorProgram::main, "10").subList(0, 2),
                results(PlainPosteriorProgram::main, "10").subList(0, 2));
    }

    private static void assertAgree(int count, List<double[]> ours, List<double[]> plain) {
        assertEquals(count, ours.size());
        assertEquals(count, plain.size());
        for (int i = 0; i < count; i++) {
            double error = Math.hypot(ours.get(i)[1], plain.get(i)[1]);
            assertTrue(plain.get(i)[1] > 0 && Math.abs(ours.get(i)[0] - plain.get(i)[0]) < ERRORS * error,
                    "result " + i + ": " + ours.get(i)[0] + " and " + plain.get(i)[0] + ", error " + error);
        }
    }

    private static List<double[]> results(Consumer<String[]> main, String argument) {
        PrintStream before = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            main.accept(new String[] {argument});
        } finally {
            System.setOut(before);
        }
        List<double[]> results = new ArrayList<>();
        Matcher matcher = RESULT.matcher(said.toString(StandardCharsets.UTF_8));
        while (matcher.find()) {
            results.add(new double[] {Double.parseDouble(matcher.group(1)), Double.parseDouble(matcher.group(2))});
        }
        return results;
    }
}
