package io.github.scorelane.bench.paired;

import io.github.scorelane.bench.peer.NormalFormula;
import io.github.scorelane.bench.peer.WrittenNormal;
import io.github.scorelane.bench.speed.Implementation;
import io.github.scorelane.bench.turns.Clock;
import io.github.scorelane.bench.turns.Task;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.kernel.family.NormalKernel;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** The comparisons in the order of the tables, with what is to be reached. Each has JVMs of its own. */
public enum Comparison {
    /** Random words. */
    WORDS("random words", Kernel.WORDS,
            new Contender(Implementation.COMMONS, "Commons RNG SplitMix64 loop", 5, 6),
            Contender.shown(Implementation.JDK, "`SplittableRandom` loop")),
    /** Uniforms. */
    UNIFORMS("uniforms, 52 bits", Kernel.UNIFORMS,
            new Contender("mkl-philox", "MKL Philox `vdRngUniform`, 32 bits", 1, 1.3),
            Contender.shown("mkl-sfmt", "MKL SFMT `vdRngUniform`, 32 bits"),
            Contender.shown(Implementation.COMMONS, "Commons RNG `nextDouble` loop")),
    /** Natural logarithms. */
    LOG("natural log", Kernel.LOG,
            new Contender("mkl-ha", "MKL `vmdLn`, high accuracy", 1, 1.3),
            Contender.shown("mkl-la", "MKL `vmdLn`, low accuracy"),
            Contender.shown(Implementation.JDK, "`Math.log` loop"),
            Contender.shown(Comparison.STRICT, "`StrictMath.log` loop")),
    /** Exponentials. */
    EXP("exp", Kernel.EXP,
            new Contender("mkl-ha", "MKL `vmdExp`, high accuracy", 1, 1.3),
            Contender.shown("mkl-la", "MKL `vmdExp`, low accuracy"),
            Contender.shown(Implementation.JDK, "`Math.exp` loop"),
            Contender.shown(Comparison.STRICT, "`StrictMath.exp` loop")),
    /** Normal draws. */
    NORMAL("normal draws", Kernel.NORMAL_SAMPLE,
            new Contender("mkl-bm2-philox", "MKL `vdRngGaussian` BOXMULLER2, Philox", 1.2, 1.6),
            new Contender("mkl-bm2-sfmt", "MKL `vdRngGaussian` BOXMULLER2, SFMT", 1.2, 1.6),
            new Contender("mkl-icdf-philox", "MKL `vdRngGaussian` ICDF, Philox, 32 bits", 0.85, 1.1),
            new Contender("mkl-icdf-sfmt", "MKL `vdRngGaussian` ICDF, SFMT, 32 bits", 0.85, 1.1),
            new Contender(Implementation.COMMONS, "Commons RNG ziggurat, alone in the JVM", 2.2, 3)),
    /** Normal draws in a busy application. */
    NORMAL_BUSY("normal draws", Kernel.NORMAL_SAMPLE,
            new Contender(Implementation.COMMONS, "Commons RNG ziggurat, five other samplers hot", 4, 6)),
    /** Scores. */
    SCORES("normal gradLogPdf", Kernel.NORMAL_GRAD_LOG_PDF,
            new Contender(Implementation.COMMONS, "loop that divides by σ", 4, 6),
            new Contender(Implementation.HOISTED, "loop with 1/σ hoisted", 1, 1)),
    /** Scores where the JIT compiler inlines neither side's loop into its caller. */
    SCORES_NOT_INLINED("normal gradLogPdf, not inlined", Kernel.NORMAL_GRAD_LOG_PDF,
            new Contender(Implementation.COMMONS, "loop that divides by σ", 4, 6),
            new Contender(Implementation.HOISTED, "loop with 1/σ hoisted", 1, 1)) {
        @Override
        List<String> jvmFlags() {
            return DontInline.flags(Normal.class, NormalKernel.class, NormalFormula.class);
        }
    },
    /** The whole way from a seed to a gradient. */
    ESTIMATE("whole estimate of 65,536 samples", Kernel.ESTIMATE,
            new Contender(Implementation.COMMONS, "Commons RNG ziggurat, scalar sums", 3.5, 5),
            new Contender("mkl-bm2", "MKL pipeline, BOXMULLER2 on SFMT", 1.2, 1.6),
            Contender.shown("mkl-icdf", "MKL pipeline, ICDF on SFMT, 32 bits"),
            Contender.shown(WrittenNormal.NAME, "Scorelane, scores written and then summed")),
    /** An estimate without draws and f. */
    SCORES_AND_SUMS("scores and sums", Kernel.SCORES_AND_SUMS,
            new Contender(Implementation.SCALAR, "the scalar twins, in a JVM of their own", 4, 5.5)),
    /** Threads. */
    TWO_THREADS("estimate of 4,194,304 samples on two threads", Comparison.MANY,
            () -> Estimates.onThreads(Implementation.SIMD, Comparison.MANY, 2),
            new Contender(Comparison.ONE_THREAD, "one thread", 1.8, 1.95)) {
        @Override
        Clock clock() {
            return Clock.WALL;
        }
    },
    /** The least estimate. */
    ESTIMATE_OF_1(1),
    /** A small estimate. */
    ESTIMATE_OF_16(16),
    /** A small estimate of a quarter of a block. */
    ESTIMATE_OF_256(256);

    static final String STRICT = "strict";
    static final String ONE_THREAD = "one-thread";
    static final int MANY = 1 << 22;

    private final String title;
    private final int elements;
    private final Supplier<Task> ours;
    private final boolean isSmall;
    private final List<Contender> contenders;

    Comparison(String title, int elements, Supplier<Task> ours, boolean isSmall, Contender... contenders) {
        this.title = title;
        this.elements = elements;
        this.ours = ours;
        this.isSmall = isSmall;
        this.contenders = List.of(contenders);
    }

    Comparison(String title, int elements, Supplier<Task> ours, Contender... contenders) {
        this(title, elements, ours, false, contenders);
    }

    Comparison(String title, Kernel kernel, Contender... contenders) {
        this(title, kernel == Kernel.ESTIMATE ? 16 * Task.SIZE : Task.SIZE, () -> kernel.task(Task.SIZE),
                contenders);
    }

    Comparison(int samples) {
        this("estimate of " + samples, samples, () -> Estimates.of(Implementation.SIMD, samples), true,
                Contender.shown(Implementation.COMMONS, "Commons RNG ziggurat, scalar sums"));
    }

    /** The name on the command line and in files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The words for a person. */
    public String title() {
        return title;
    }

    /** The number of elements of one call. */
    public int elements() {
        return elements;
    }

    /** Tells whether it is the difference that counts, not the ratio. */
    public boolean isSmall() {
        return isSmall;
    }

    /** The contenders that Scorelane is compared with. */
    public List<Contender> contenders() {
        return contenders;
    }

    /** Scorelane's task. */
    Task ours() {
        return ours.get();
    }

    /** The flags of its JVMs, besides those that all have. */
    List<String> jvmFlags() {
        return List.of();
    }

    Clock clock() {
        return Clock.CPU;
    }
}
