package io.github.scorelane.bench.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineTest {
    @TempDir
    Path folder;

    @Test
    void isReadAsItWasWritten() throws IOException {
        Machine here = Machine.here("mvn -q -Pbench -Dbench.args=\"-prof x: y\"").with("more", "a: b");
        Path file = Files.writeString(folder.resolve("machine.txt"), here.toString());
        assertEquals(here.toString(), Machine.read(file).toString());
        assertEquals("mvn -q -Pbench -Dbench.args=\"-prof x: y\"", Machine.read(file).command());
    }

    @Test
    void namesTheJdkAndNoFolder() {
        String here = Machine.here("command").toString();
        assertTrue(here.contains("jdk: JDK " + Runtime.version().feature()), here);
        assertFalse(here.contains(System.getProperty("java.home")), here);
        assertFalse(here.contains(System.getProperty("user.dir")), here);
    }

    @Test
    void cpuIsReadFromLinux() {
        String info = "processor\t: 0\nmodel name\t: A: CPU\nflags\t\t: fpu avx2 sse fma avx512f\n";
        assertEquals("A: CPU", Cpu.field(info, "model name"));
        assertEquals("unknown", Cpu.field(info, "model"));
        assertEquals("avx2 avx512f fma", Cpu.interesting(Cpu.field(info, "flags")));
    }
}
