package io.github.scorelane.bench.cold;

import io.github.scorelane.bench.cold.program.AsianProgram;
import io.github.scorelane.bench.cold.program.NormalProgram;
import io.github.scorelane.bench.cold.program.PlainAsianProgram;
import io.github.scorelane.bench.cold.program.PlainNormalProgram;
import io.github.scorelane.bench.cold.program.PlainPosteriorProgram;
import io.github.scorelane.bench.cold.program.PosteriorProgram;
import java.util.Locale;

/** A short program, and the plain Java that one would write in its place. */
public enum Program {
    /** A normal distribution. */
    NORMAL("E[x²] of a Normal, %,d samples", 1_000_000, NormalProgram.class, PlainNormalProgram.class),
    /** The quickstart's posterior. */
    POSTERIOR("the quickstart's posterior, %,d steps of 1,024 samples", 200, PosteriorProgram.class, PlainPosteriorProgram.class),
    /** An option. */
    ASIAN("an Asian call of 50 dates, five Greeks, %,d paths", 100_000, AsianProgram.class, PlainAsianProgram.class);

    private final String title;
    private final int work;
    private final Class<?> library;
    private final Class<?> plain;

    Program(String title, int work, Class<?> library, Class<?> plain) {
        this.title = title;
        this.work = work;
        this.library = library;
        this.plain = plain;
    }

    /** The words for a person, with so many times the work. */
    public String title(int times) {
        return String.format(Locale.ROOT, title, work * times);
    }

    /** The name on the command line. */
    public String id() {
        return "program-" + name().toLowerCase(Locale.ROOT);
    }

    int work(int times) {
        return work * times;
    }

    Class<?> main(Runs runs) {
        return runs == Runs.PLAIN ? plain : library;
    }
}
