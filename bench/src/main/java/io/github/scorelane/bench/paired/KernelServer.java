package io.github.scorelane.bench.paired;

import io.github.scorelane.bench.turns.Clock;
import io.github.scorelane.bench.turns.Copies;
import io.github.scorelane.bench.turns.LocalTask;
import io.github.scorelane.bench.turns.Pace;
import io.github.scorelane.bench.turns.PairJvm;
import io.github.scorelane.bench.turns.TimedTask;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * A JVM that times one kernel when it is told to: it reads numbers of calls, and answers with nanoseconds. So tasks in two
 * JVMs take turns as two in one do.
 */
final class KernelServer {
    /** The beginning of an answer, by which other output is told apart. */
    static final String ANSWER = "nanoseconds ";

    private KernelServer() {}

    /** Serves a kernel: its name; elements of its arrays; milliseconds; other kernels, each of which is run for so long first. */
    public static void main(String[] args) throws IOException {
        Clock clock = Clock.CPU.orFinerOne();
        System.err.println(PairJvm.whatRuns(clock) + " | " + args[0] + " of " + args[1] + " after "
                + (args.length - 3) + " others");
        int size = Integer.parseInt(args[1]);
        long milliseconds = Long.parseLong(args[2]);
        for (int other = 3; other < args.length; other++) {
            new Pace(task(args[other], size, clock)).warmUp(milliseconds * 1_000_000);
        }
        serve(task(args[0], size, clock));
    }

    private static TimedTask task(String kernel, int size, Clock clock) {
        return new LocalTask(Copies.of(() -> Kernel.valueOf(kernel).task(size)), clock);
    }

    private static void serve(TimedTask task) throws IOException {
        BufferedReader requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String calls = requests.readLine(); calls != null; calls = requests.readLine()) {
            System.out.println(ANSWER + task.time(Integer.parseInt(calls)));
        }
    }
}
