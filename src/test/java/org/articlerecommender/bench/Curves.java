package org.articlerecommender.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;

/**
 * Lines of cost against size, both axes logarithmic, as an SVG file that fits light and dark pages.
 *
 * <p>What was not measured leaves a gap at the end of its line; a line without any point is left out.
 */
class Curves {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final int LEFT = 64;
    private static final int RIGHT = 190;
    private static final int TOP = 36;
    private static final int BOTTOM = 44;
    private static final int LEAST_APART = 15;

    private static final String STYLE = """
            <style>
            text { font: 12px sans-serif; fill: #333 } .grid { stroke: #ddd } path { fill: none; stroke-width: 2 }
            .c0 { stroke: #0b62a4; color: #0b62a4 } .c1 { stroke: #b3430a; color: #b3430a } .c2 { stroke: #1a7f37; color: #1a7f37 }
            .c3 { stroke: #8250df; color: #8250df } circle { fill: currentColor }
            @media (prefers-color-scheme: dark) {
            text { fill: #ccc } .grid { stroke: #444 }
            .c0 { stroke: #6cb6ff; color: #6cb6ff } .c1 { stroke: #f0883e; color: #f0883e } .c2 { stroke: #57ab5a; color: #57ab5a }
            .c3 { stroke: #b392f0; color: #b392f0 } }
            </style>
            """;

    private record Line(String name, double[] costs) {}

    private final String title;
    private final List<Integer> sizes;
    private final List<Line> lines = new ArrayList<>();

    Curves(String title, List<Integer> sizes) {
        this.title = title;
        this.sizes = sizes.stream().sorted().toList();
    }

    void add(String name, IntFunction<OptionalDouble> cost) {
        var costs = sizes.stream()
                .mapToDouble(size -> cost.apply(size).orElse(Double.NaN))
                .toArray();
        for (double one : costs) {
            if (one > 0) {
                lines.add(new Line(name, costs));
                return;
            }
        }
    }

    /** Nothing is written when there are fewer than two sizes. */
    void write(Path file) throws IOException {
        if (sizes.size() > 1 && !lines.isEmpty()) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, svg());
        }
    }

    String svg() {
        double low = Math.floor(Math.log10(all().min().orElse(1)));
        double high = Math.max(low + 1, Math.ceil(Math.log10(all().max().orElse(1))));
        var svg = new StringBuilder(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\">%n<title>%s</title>%n"
                        .formatted(WIDTH, HEIGHT, title));
        svg.append(STYLE);
        text(svg, LEFT, 20, "start", title);
        for (double power = low; power <= high; power++) {
            double y = y(Math.pow(10, power), low, high);
            svg.append("<path class=\"grid\" d=\"M%d %.1fH%d\"/>%n".formatted(LEFT, y, WIDTH - RIGHT));
            text(svg, LEFT - 8, y + 4, "end", number(Math.pow(10, power)) + " ms");
        }
        for (int size : sizes) {
            text(svg, x(size), HEIGHT - BOTTOM + 20, "middle", number(size));
        }
        drawLines(svg, low, high);
        return svg.append("</svg>\n").toString();
    }

    private void drawLines(StringBuilder svg, double low, double high) {
        double lowest = HEIGHT;
        var byHeight = lines.stream()
                .sorted((one, other) -> Double.compare(last(one), last(other)))
                .toList();
        for (var line : byHeight) {
            int color = lines.indexOf(line) % 4;
            var path = new StringBuilder();
            for (int i = 0; i < line.costs().length; i++) {
                if (line.costs()[i] > 0) {
                    double x = x(sizes.get(i));
                    double y = y(line.costs()[i], low, high);
                    path.append("%s%.1f %.1f".formatted(path.isEmpty() ? "M" : "L", x, y));
                    svg.append("<circle class=\"c%d\" cx=\"%.1f\" cy=\"%.1f\" r=\"3\"/>%n".formatted(color, x, y));
                }
            }
            svg.append("<path class=\"c%d\" d=\"%s\"/>%n".formatted(color, path));
            lowest = Math.min(lowest - LEAST_APART, y(last(line), low, high));
            text(svg, WIDTH - RIGHT + 10, lowest + 4, "start", line.name());
        }
    }

    private static double last(Line line) {
        double last = Double.NaN;
        for (double cost : line.costs()) {
            last = cost > 0 ? cost : last;
        }
        return last;
    }

    private DoubleStream all() {
        return lines.stream()
                .flatMapToDouble(line -> Arrays.stream(line.costs()))
                .filter(cost -> cost > 0);
    }

    private double x(int size) {
        double from = Math.log10(sizes.get(0));
        double to = Math.log10(sizes.get(sizes.size() - 1));
        return LEFT + 12 + (WIDTH - RIGHT - LEFT - 24) * (Math.log10(size) - from) / (to - from);
    }

    private static double y(double cost, double low, double high) {
        return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * (Math.log10(cost) - low) / (high - low);
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String text) {
        svg.append("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n".formatted(x, y, anchor, text));
    }

    private static String number(double value) {
        if (value >= 1_000_000) {
            return "%.0fM".formatted(value / 1_000_000);
        }
        return value >= 1_000 ? "%.0fk".formatted(value / 1_000) : value >= 1 ? "%.0f".formatted(value) : value + "";
    }
}
