package io.github.scorelane.bench.cold;

import com.sun.management.OperatingSystemMXBean;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The time that all threads of this process had a processor, those of the compilers and of the collector too. The JVM's own figure
 * moves in steps of 10 ms, which is as long as a whole estimate; Linux tells each thread's time to a scheduler's tick or better,
 * and the calling thread's is exact. A native clock would be finer still, but the calls to it load much of what the vectors load,
 * and would make the first of them look cheap.
 */
final class ProcessClock {
    private static final File TASKS = new File("/proc/self/task");
    private static final Path CALLER = Path.of("/proc/thread-self");
    private static final String SCHEDULED = "schedstat";
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Map<String, Task> tasks = new HashMap<>();
    private final byte[] text = new byte[64];
    private final String caller;
    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    /** The clock is to be read by the thread that makes it. */
    ProcessClock() {
        caller = caller();
    }

    private static String caller() {
        try {
            Path self = Files.exists(CALLER) ? CALLER.toRealPath() : null;
            return self != null && Files.isReadable(self.resolve(SCHEDULED)) ? self.getFileName().toString() : null;
        } catch (IOException e) {
            return null;
        }
    }

    /** The time so far, in nanoseconds. */
    long now() {
        String[] names = caller == null ? null : TASKS.list();
        if (names == null) {
            return system.getProcessCpuTime();
        }
        for (String name : names) {
            if (!name.equals(caller)) {
                tasks.computeIfAbsent(name, Task::new).read(text);
            }
        }
        long sum = THREADS.getCurrentThreadCpuTime();
        for (Task task : tasks.values()) {
            sum += task.nanoseconds;
        }
        return sum;
    }

    /** A thread, which keeps what it had when it was last seen. */
    private static final class Task {
        private RandomAccessFile file;
        private long nanoseconds;

        Task(String name) {
            try {
                file = new RandomAccessFile(new File(new File(TASKS, name), SCHEDULED), "r");
            } catch (IOException e) {
                file = null; // it has ended
            }
        }

        void read(byte[] text) {
            if (file == null) {
                return;
            }
            try {
                file.seek(0);
                int length = file.read(text);
                long value = 0;
                for (int i = 0; i < length && text[i] >= '0'; i++) {
                    value = 10 * value + text[i] - '0';
                }
                nanoseconds = Math.max(nanoseconds, value);
            } catch (IOException e) {
                file = null;
            }
        }
    }
}
