package org.articlerecommender.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.articlerecommender.bench.Paired;

/** What lists are worth to their readers on average, by who ordered them, day by day. */
final class Rewards {

    private final Map<String, List<List<Double>>> byDay = new LinkedHashMap<>();
    private int days;

    void nextDay() {
        days++;
    }

    /** All that order have to be asked for every list. */
    void add(String orderedBy, double worth) {
        var all = byDay.computeIfAbsent(orderedBy, same -> new ArrayList<>());
        while (all.size() < days) {
            all.add(new ArrayList<>());
        }
        all.get(days - 1).add(worth);
    }

    /** A table over the days from {@code from} on up to but without {@code to}, paired with one of those that order. */
    void print(String title, int from, int to, String baseline) {
        System.out.printf(
                "SIMULATION | %s | worth of a list [95 %% over days] | against %s, paired |%n", title, baseline);
        var floor = over(baseline, from, to);
        byDay.keySet().forEach(name -> {
            var own = over(name, from, to);
            System.out.printf(
                    "SIMULATION | %s | %s | %s |%n",
                    name, own.interval(), name.equals(baseline) ? "" : own.against(floor));
        });
    }

    private Paired over(String name, int from, int to) {
        return new Paired(
                name,
                byDay.get(name).subList(from, to).stream()
                        .filter(day -> !day.isEmpty())
                        .mapToDouble(day -> day.stream()
                                .mapToDouble(Double::doubleValue)
                                .average()
                                .orElseThrow())
                        .toArray());
    }
}
