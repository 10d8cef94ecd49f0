package io.github.scorelane.bench.report;

import io.github.scorelane.bench.machine.Machine;

/** What the README of a folder says of families. */
final class FamilySection {
    private FamilySection() {}

    static String of(String folder, FamilyResults results) {
        Machine machine = results.machine();
        return """
                ## Families

                Each family's draws, its scores, and both one after the other, as an estimate wants them, beside the same law
                drawn by the sampler of Commons RNG or Commons Statistics (where they have none, by a few lines on theirs) and
                scored by a plain loop over `Math`, its constants taken out of the loop. They take turns in slices of a few
                milliseconds; a ratio is of two slices side by side: how many times faster Scorelane is. Times are nanoseconds
                by number drawn, of one thread's own processor time, on arrays of 4,096, or of 1,024 for each coordinate of a
                vector. Each JVM first works all families of the table, Scorelane's and the others, through the same loops, as a
                program does that has several; then it measures them all. Each family has eight copies of its arrays. Commons'
                Poisson sampler needs no table; the rows "beside a table" are of its faster one that does.

                - Scorelane: %s; what is to be reached is meant for vectors of 512 bits
                - CPU: %s, %s cores (%s; %s)
                - %s, %s
                - %s
                - Begun %s; %s
                - MKL: %s
                - Command: `%s`

                ![how many times faster](families.svg)

                %s%s
                [families.json](families.json) is what was measured; the rest is made of it by
                `mvn -q -Pbench -Dbench.args="-report jmh-results/%s"`.
                """.formatted(results.vectors(), machine.cpu(), machine.get("cores"), machine.get("instructions"),
                machine.get("caches"), machine.jdk(), machine.get("jvm"), machine.get("os"), machine.started(),
                machine.get("measured"), machine.get("mkl") + results.mklNote(), machine.command(), FamilyTable.of(results),
                mkl(results), folder);
    }

    private static String mkl(FamilyResults results) {
        return results.hasMkl() ? """

                ### Draws beside MKL's

                MKL's doubles are made of 32 random bits; Scorelane's uniforms have 52, its normals 54 or more. MKL's discrete
                draws are 32-bit integers, Scorelane's doubles.

                """ + MklFamilyTable.of(results) : "";
    }
}
