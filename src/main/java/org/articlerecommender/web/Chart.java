package org.articlerecommender.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.articlerecommender.features.FeatureSeries.Point;

/**
 * A line through values over time, as an SVG of 640 by 200 draws it.
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
        double height = most == least ? 1 : most - least;
        var places = points.stream()
                .map(point -> String.format(
                        Locale.ROOT,
                        "%.1f,%.1f",
                        LEFT
                                + (RIGHT - LEFT)
                                        * Duration.between(first, point.at()).toMillis()
                                        / span,
                        BOTTOM - (BOTTOM - TOP) * (point.value() - least) / height))
                .toList();
        return new Chart(
                places.stream().collect(Collectors.joining(" ")),
                places.get(places.size() - 1),
                label(most),
                label(least),
                first,
                end,
                points.size());
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
