package io.github.scorelane.bench.randomness;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/**
 * Writes random words for a test battery. After {@code mvn -q -Prandomness},
 * {@code java -jar bench/target/randomness.jar stream | dieharder -g 200 -a}.
 */
public final class WordsMain {
    private static final int FAILED = 1;
    private static final int BAD_ARGUMENTS = 2;

    private WordsMain() {}

    /** The program; see {@link WordsArguments#USAGE}. */
    public static void main(String[] args) {
        // Not System.out, which hides that the pipe was closed.
        System.exit(run(new FileOutputStream(FileDescriptor.out), System.err, args));
    }

    static int run(OutputStream out, PrintStream messages, String... args) {
        if (args.length == 0) {
            messages.print(WordsArguments.USAGE);
            return BAD_ARGUMENTS;
        }
        try {
            WordsArguments arguments = WordsArguments.parse(args);
            WordWriter.write(arguments.sequence().words(arguments.seed(), arguments.dimension()), out);
            return 0;
        } catch (IllegalArgumentException e) {
            messages.println(e.getMessage());
            return BAD_ARGUMENTS;
        } catch (IOException e) {
            messages.println("words cannot be written: " + e.getMessage());
            return FAILED;
        }
    }
}
