package io.github.scorelane.bench.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The processor, as far as the operating system tells.
 *
 * @param model the processor's name
 * @param flags the instructions that it has, as far as they matter here
 * @param caches the caches of one core, for example "L1d 32K"
 */
public record Cpu(String model, String flags, String caches) {
    private static final String UNKNOWN = "unknown";
    private static final Path LINUX = Path.of("/proc/cpuinfo");
    private static final Path LINUX_CACHES = Path.of("/sys/devices/system/cpu/cpu0/cache");

    /** Asks the operating system: files on Linux, sysctl on macOS, the environment on Windows. */
    public static Cpu read() {
        if (Files.isReadable(LINUX)) {
            String info = contents(LINUX);
            return new Cpu(field(info, "model name"), interesting(field(info, "flags") + " " + field(info, "Features")),
                    linuxCaches());
        }
        if (System.getProperty("os.name").startsWith("Mac")) {
            return new Cpu(sysctl("machdep.cpu.brand_string"), UNKNOWN, UNKNOWN);
        }
        return new Cpu(System.getenv().getOrDefault("PROCESSOR_IDENTIFIER", UNKNOWN), UNKNOWN, UNKNOWN);
    }

    static String field(String info, String name) {
        return info.lines().filter(line -> line.split(":", 2)[0].strip().equals(name)).findFirst()
                .map(line -> line.substring(line.indexOf(':') + 1).strip()).orElse(UNKNOWN);
    }

    static String interesting(String flags) {
        String found = Arrays.stream(flags.split("\\s+"))
                .filter(flag -> flag.matches("fma|bmi2|sse4_2|avx\\w*|asimd\\w*|sve\\w*")).sorted().distinct()
                .collect(Collectors.joining(" "));
        return found.isEmpty() ? UNKNOWN : found;
    }

    private static String linuxCaches() {
        List<String> caches = new ArrayList<>();
        for (int i = 0; Files.isReadable(LINUX_CACHES.resolve("index" + i).resolve("size")); i++) {
            Path cache = LINUX_CACHES.resolve("index" + i);
            String kind = contents(cache.resolve("type")).strip();
            caches.add("L" + contents(cache.resolve("level")).strip()
                    + (kind.equals("Data") ? "d" : kind.equals("Instruction") ? "i" : "") + " "
                    + contents(cache.resolve("size")).strip());
        }
        return caches.isEmpty() ? UNKNOWN : String.join(", ", caches);
    }

    private static String sysctl(String name) {
        try {
            Process process = new ProcessBuilder("sysctl", "-n", name).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return UNKNOWN;
        }
    }

    private static String contents(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return UNKNOWN;
        }
    }
}
