package io.github.scorelane.bench;

import io.github.scorelane.bench.cold.ColdStudy;
import io.github.scorelane.bench.families.FamiliesStudy;
import io.github.scorelane.bench.honesty.HonestyStudy;
import io.github.scorelane.bench.jmh.JmhStudy;
import io.github.scorelane.bench.paired.PairedStudy;
import io.github.scorelane.bench.papers.PapersStudy;
import io.github.scorelane.bench.scaling.ScalingStudy;
import io.github.scorelane.bench.study.Study;
import io.github.scorelane.bench.variance.VarianceStudy;
import java.util.List;

/** The list of all studies: a new one is a package, and a line here. */
public final class Studies {
    /** All of them, in the order of a folder's README; the first is the one that is measured where none is named. */
    public static final List<Study<?>> ALL = List.of(
            new JmhStudy(),
            new PairedStudy(),
            new FamiliesStudy(),
            new ScalingStudy(),
            new PapersStudy(),
            new VarianceStudy(),
            new HonestyStudy(),
            new ColdStudy());

    private Studies() {}
}
