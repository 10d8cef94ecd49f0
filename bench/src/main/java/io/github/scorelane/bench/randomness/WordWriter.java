package io.github.scorelane.bench.randomness;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import java.util.function.LongUnaryOperator;

/** Writes words as raw bytes, little-endian on any machine. */
final class WordWriter {
    private static final int WORDS = 1 << 13;

    private WordWriter() {}

    /** Writes word 0, 1, … for as long as they are read: a battery ends by closing the pipe. */
    static void write(LongUnaryOperator words, OutputStream out) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(WORDS * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        try {
            for (long first = 0; ; first += WORDS) {
                for (int i = 0; i < WORDS; i++) {
                    buffer.putLong(i * Long.BYTES, words.applyAsLong(first + i));
                }
                out.write(buffer.array());
            }
        } catch (IOException e) {
            if (!isClosedPipe(e)) {
                throw e;
            }
        }
    }

    /** Java has no type for it: the system's own words are "Broken pipe", "The pipe is being closed" and the like. */
    private static boolean isClosedPipe(IOException e) {
        return e.getMessage() != null && e.getMessage().toLowerCase(Locale.ROOT).contains("pipe");
    }
}
