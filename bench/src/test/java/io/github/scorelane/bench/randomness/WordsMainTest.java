package io.github.scorelane.bench.randomness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsMainTest {
    /** The program as it is called, whose reader goes away after some words. */
    @Test
    void endsQuietlyWhenThePipeIsClosed() throws Exception {
        Process program = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-classpath", System.getProperty("java.class.path"), WordsMain.class.getName(), "stream", "-seed", "-7")
                .start();
        try (DataInputStream out = new DataInputStream(program.getInputStream())) {
            SplittableRandom jdk = new SplittableRandom(-7);
            for (int i = 0; i < 100_000; i++) {
                assertEquals(jdk.nextLong(), Long.reverseBytes(out.readLong()));
            }
        }
        String errors = new String(program.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(program.waitFor(10, TimeUnit.MINUTES), "the program did not end");
        assertEquals("", errors);
        assertEquals(0, program.exitValue());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            strem               | sequence is not one of stream, stride-1024, stride-1048576, seeds, hashed-seeds, \
            substreams, family, draws, estimate: strem
            stream -words 7     | option is neither -seed nor -dimension: -words
            stream -seed        | seed is not a whole number between -9223372036854775808 and 9223372036854775807:
            stream -seed 1e6    | seed is not a whole number between -9223372036854775808 and 9223372036854775807: 1e6
            estimate -dimension 0 | dimension is not a whole number between 1 and 2147483647: 0
            """)
    void badArgumentsGetOneSentence(String arguments, String sentence) {
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        assertEquals(2, run(OutputStream.nullOutputStream(), messages, arguments.split(" ")));
        assertEquals(sentence, messages.toString(StandardCharsets.UTF_8).strip());
    }

    @Test
    void withoutArgumentsItSaysWhatItTakes() {
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        assertEquals(2, run(OutputStream.nullOutputStream(), messages));
        for (Sequence sequence : Sequence.values()) {
            assertTrue(messages.toString(StandardCharsets.UTF_8).contains("\n  " + sequence.title() + " "));
        }
    }

    @Test
    void wordsThatCannotBeWrittenAreAnError() {
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        assertEquals(1, run(full, messages, "stream"));
        assertEquals("words cannot be written: No space left on device", messages.toString(StandardCharsets.UTF_8).strip());
    }

    private static int run(OutputStream out, OutputStream messages, String... args) {
        return WordsMain.run(out, new PrintStream(messages, false, StandardCharsets.UTF_8), args);
    }
}
