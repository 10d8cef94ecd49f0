package io.github.scorelane.bench.cold;

/**
 * A whole program in one JVM.
 *
 * @param program the program
 * @param times the number of times that its work was done
 * @param runs who works
 * @param jvm its number
 * @param wall seconds from before its start until after its end
 * @param cpu seconds of its processor time, compilers and all
 */
public record ProgramRow(Program program, int times, Runs runs, int jvm, double wall, double cpu) {
}
