package io.github.scorelane.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.distribution.HasAtoms;
import io.github.scorelane.distribution.Poisson;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests that atoms which do not hold all of the probability are found. */
class AtomsCheckTest {
    @Test
    void rightOnesPass() {
        assertEquals(List.of(), ScoreCheck.findings(new Bounded(Poisson.of(4), Poisson.of(4).atoms())));
        assertEquals(List.of(), ScoreCheck.findings(new Bounded(Poisson.of(4), 0, Long.MAX_VALUE)));
        assertEquals(List.of(), ScoreCheck.findings(new Bounded(Poisson.of(4), Long.MIN_VALUE, Long.MAX_VALUE)));
    }

    @Test
    void missingOnesAreFound() {
        found("the probabilities of atoms, from 1 to 80, add up to 0.98168", new Bounded(Poisson.of(4), 1, 80));
        found("the probabilities of atoms, from 0 to 23, add up to 0.999999999990", new Bounded(Poisson.of(4), 0, 23));
    }

    @Test
    void rangesThatAreNoneAreFound() {
        found("atoms are not a first whole number and a last one: [3, 2]", new Bounded(Poisson.of(4), 3, 2));
        found("atoms are not a first whole number and a last one: [0]", new Bounded(Poisson.of(4), 0));
    }

    private static void found(String begin, Bounded distribution) {
        List<String> findings = ScoreCheck.findings(distribution);
        assertEquals(1, findings.size(), findings::toString);
        assertTrue(findings.getFirst().startsWith(begin), findings::toString);
    }

    private static final class Bounded extends ForwardingDistribution implements HasAtoms {
        private final long[] atoms;

        Bounded(Poisson poisson, long... atoms) {
            super(poisson, moved -> new Bounded((Poisson) moved, atoms));
            this.atoms = atoms;
        }

        @Override
        public long[] atoms() {
            return atoms.clone();
        }
    }
}
