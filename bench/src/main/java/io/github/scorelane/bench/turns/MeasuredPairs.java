package io.github.scorelane.bench.turns;

import io.github.scorelane.bench.report.MachineList;
import io.github.scorelane.bench.study.Measured;
import java.util.List;
import java.util.stream.Collectors;

/** Measurements of pairs that took turns, with MKL among them or without. */
public interface MeasuredPairs extends Measured {
    /** The pairs of Scorelane and its contenders. */
    List<Pair> pairs();

    /** The vectors that Scorelane had, in words. */
    default String vectors() {
        return pairs().stream().map(Pair::vectors).distinct().collect(Collectors.joining(", "));
    }

    /** Tells whether MKL was there at all. */
    default boolean hasMkl() {
        return pairs().stream().anyMatch(Pair::isMkl);
    }

    /** Tells whether MKL runs the code that it has for vectors: it says so, and on processors other than Intel's it may not. */
    default boolean mklIsAtItsBest() {
        return mkl().contains("AVX");
    }

    /** The note that belongs wherever MKL's numbers stand. */
    default String mklNote() {
        return hasMkl() && !mklIsAtItsBest() ? " (its generic code, not the one for vectors)" : "";
    }

    /** The name and code of MKL, or why it is not there. */
    default String mkl() {
        return madeOn().get("mkl");
    }

    /** The list of a folder's README. */
    default String machineList() {
        return "- Scorelane: " + vectors() + "; what is to be reached is meant for vectors of 512 bits\n"
                + MachineList.ofTimes(madeOn(), "; " + madeOn().get("measured"), "MKL: " + mkl() + mklNote());
    }

    /** The words on the machine under a table of one of the project's documents. */
    default String machineWords() {
        return madeOn().cpu() + ", " + vectors() + ", " + madeOn().jdk();
    }
}
