package io.github.scorelane.bench.randomness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WordWriterTest {
    /** The length of some of the writer's buffers, so that their cuts are among it. */
    private static final int BYTES = 1 << 19;

    @Test
    void writesLittleEndianWordsUntilThePipeIsClosed() throws IOException {
        Reader reader = new Reader(new IOException("Broken pipe"));
        WordWriter.write(Sequence.STREAM.words(7, 1), reader);
        ByteBuffer bytes = ByteBuffer.wrap(reader.read.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(BYTES, bytes.remaining());
        SplittableRandom jdk = new SplittableRandom(7);
        while (bytes.hasRemaining()) {
            assertEquals(jdk.nextLong(), bytes.getLong());
        }
    }

    @Test
    void theFirstByteIsTheWordsLowest() throws IOException {
        Reader reader = new Reader(new IOException("The pipe is being closed"));
        WordWriter.write(i -> 0x0807060504030201L, reader);
        byte[] bytes = reader.read.toByteArray();
        for (int i = 0; i < 16; i++) {
            assertEquals(i % 8 + 1, bytes[i]);
        }
    }

    @Test
    void otherErrorsAreNotHidden() {
        IOException full = new IOException("No space left on device");
        assertSame(full, assertThrows(IOException.class, () -> WordWriter.write(i -> i, new Reader(full))));
        IOException silent = new IOException();
        assertSame(silent, assertThrows(IOException.class, () -> WordWriter.write(i -> i, new Reader(silent))));
    }

    /** Reads so many bytes, and no more. */
    private static final class Reader extends OutputStream {
        final ByteArrayOutputStream read = new ByteArrayOutputStream();
        private final IOException end;

        Reader(IOException end) {
            this.end = end;
        }

        @Override
        public void write(int b) {
            throw new AssertionError("byte by byte is too slow");
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (read.size() + length > BYTES) {
                throw end;
            }
            read.write(bytes, offset, length);
        }
    }
}
