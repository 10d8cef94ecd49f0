/** The main job on real data. */
module io.github.scorelane.quickstart {
    requires io.github.scorelane;
    requires org.apache.commons.statistics.distribution;
}
