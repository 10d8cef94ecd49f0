package io.github.scorelane.bench.report;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.Color;
import java.awt.Graphics2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A drawing as SVG, the same text for the same drawing. */
public final class Svg {
    private static final Pattern LONG_NUMBER = Pattern.compile("-?\\d+\\.\\d{3,}(?:E-?\\d+)?");
    private static final Pattern CLIP = Pattern.compile("clip-?\\d+");

    private Svg() {}

    /** Lets a painter draw on a white ground. */
    public static String of(int width, int height, Consumer<Graphics2D> painter) throws IOException {
        VectorGraphics2D graphics = new VectorGraphics2D();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        painter.accept(graphics);
        ByteArrayOutputStream svg = new ByteArrayOutputStream();
        new SVGProcessor().getDocument(graphics.getCommands(), new PageSize(0, 0, width, height)).writeTo(svg);
        return reproducible(rounded(svg.toString(StandardCharsets.UTF_8)));
    }

    /** Rounds coordinates: hundredths of a pixel are enough, and make half the file. */
    private static String rounded(String svg) {
        return LONG_NUMBER.matcher(svg).replaceAll(
                number -> String.format(Locale.ROOT, "%.2f", Double.parseDouble(number.group())));
    }

    /** Numbers clips in their order, since the library numbers them by the addresses of objects. */
    private static String reproducible(String svg) {
        Map<String, String> numbers = new HashMap<>();
        return CLIP.matcher(svg).replaceAll(clip -> numbers.computeIfAbsent(clip.group(), _ -> "clip-" + numbers.size()));
    }
}
