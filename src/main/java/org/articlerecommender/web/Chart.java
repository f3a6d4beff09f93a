package org.articlerecommender.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.articlerecommender.features.FeatureSeries.Point;

/**
 * Values over time as steps, each until the next, as an SVG of 640 by 200 draws them.
 *
 * @param points as a polyline takes them
 * @param last the place of the newest value
 */
public record Chart(String points, String last, String top, String bottom, Instant from, Instant to, int values) {

    private static final double LEFT = 8;
    private static final double RIGHT = 632;
    private static final double TOP = 16;
    private static final double BOTTOM = 184;

    /** A chart of at least one value; null for none. */
    static Chart of(List<Point> points) {
        if (points.isEmpty()) {
            return null;
        }
        var first = points.get(0).at();
        var end = points.get(points.size() - 1).at();
        double least = points.stream().mapToDouble(Point::value).min().orElseThrow();
        double most = points.stream().mapToDouble(Point::value).max().orElseThrow();
        double span = Math.max(1, Duration.between(first, end).toMillis());
        double range = most == least ? 1 : most - least;
        var places = new ArrayList<String>();
        var height = "";
        for (var point : points) {
            var x = place(
                    LEFT + (RIGHT - LEFT) * Duration.between(first, point.at()).toMillis() / span);
            if (!places.isEmpty()) {
                places.add(x + "," + height);
            }
            height = place(BOTTOM - (BOTTOM - TOP) * (point.value() - least) / range);
            places.add(x + "," + height);
        }
        return new Chart(
                String.join(" ", places),
                places.get(places.size() - 1),
                label(most),
                label(least),
                first,
                end,
                points.size());
    }

    private static String place(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    private static String label(double value) {
        return value == Math.rint(value) ? String.format(Locale.ENGLISH, "%,.0f", value) : Show.figure(value);
    }

    public String lastX() {
        return last.substring(0, last.indexOf(','));
    }

    public String lastY() {
        return last.substring(last.indexOf(',') + 1);
    }
}
