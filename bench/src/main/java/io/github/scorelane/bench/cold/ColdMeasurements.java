package io.github.scorelane.bench.cold;

import java.util.List;
import java.util.Map;

/**
 * The figures that were measured in fresh JVMs.
 *
 * @param machine it was measured on, in lines of a name and a value
 * @param settings of the run
 * @param notes on what was left out, and why
 * @param rows a line for each pair of JVMs
 * @param curves the series that stand for their scenarios
 * @param programs whole programs
 * @param specials what special values cost
 */
public record ColdMeasurements(Map<String, String> machine, ColdSettings settings, List<String> notes, List<ColdRow> rows,
        List<CurvePoint> curves, List<ProgramRow> programs, List<SpecialRow> specials) {
}
