package io.github.scorelane.bench.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import org.knowm.xchart.style.AxesChartStyler;

/** Colours and fonts that all plots share: they are read on any background, in grey, and by those who do not see all colours. */
public final class PlotStyle {
    /** Colours that are told apart by those who do not see all of them, too (M. Okabe, K. Ito). */
    public static final List<Color> COLOURS = List.of(new Color(0x767676), new Color(0xe69f00), new Color(0x0072b2),
            new Color(0xd55e00), new Color(0x009e73));
    /** The colour of Scorelane's own numbers. */
    public static final Color BLUE = COLOURS.get(2);
    /** The colour of a line to compare with. */
    public static final Color GREY = COLOURS.get(0);
    /** The font of labels. */
    public static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

    private PlotStyle() {}

    /** Gives a chart what all have. */
    public static void set(AxesChartStyler styler) {
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotBackgroundColor(Color.WHITE);
        styler.setPlotGridLinesStroke(new BasicStroke(0.5f)); // a dashed one is thousands of little paths
        styler.setAxisTickLabelsFont(FONT);
    }
}
