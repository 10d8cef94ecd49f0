package io.github.scorelane.bench.cold;

/**
 * A whole program in one JVM.
 *
 * @param program which one
 * @param times how much of the work
 * @param runs who works
 * @param jvm its number
 * @param wall seconds from before its start until after its end
 * @param cpu seconds of its processor time, compilers and all
 */
public record ProgramRow(Program program, int times, Runs runs, int jvm, double wall, double cpu) {
}
