package io.github.scorelane.bench.paired;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemoteKernelTest {
    @Test
    void answersEachTimeItIsAsked() throws IOException {
        try (RemoteKernel kernel = new RemoteKernel(List.of(), Kernel.WORDS, Kernel.BLOCK, 1, List.of(Kernel.LOG))) {
            assertTrue(kernel.time(100) > 0);
            assertTrue(kernel.time(1) > 0);
        }
    }

    @Test
    void jvmThatDoesNotStartIsNoticed() throws IOException {
        List<String> refused = List.of("-Dscorelane.vector.bits=7");
        try (RemoteKernel kernel = new RemoteKernel(refused, Kernel.WORDS, Kernel.BLOCK, 1, List.of())) {
            assertThrows(UncheckedIOException.class, () -> {
                kernel.time(1);
                kernel.time(1);
            });
        }
    }
}
