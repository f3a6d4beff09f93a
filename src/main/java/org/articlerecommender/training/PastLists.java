package org.articlerecommender.training;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.articlerecommender.events.LabelledItem;
import org.articlerecommender.events.Rankings;
import org.articlerecommender.features.FeatureHistory;
import org.articlerecommender.ranking.ServedFeatures;

/**
 * Builds training sets from the lists that readers were shown. Where a list was recorded with its features, the row is
 * the vector as served; otherwise, for an imported log or a feature added since, what was known at the moment of the
 * list is read from history.
 */
@Singleton
class PastLists {

    private final Rankings rankings;
    private final FeatureHistory history;
    private final ServedFeatures features;

    PastLists(Rankings rankings, FeatureHistory history, ServedFeatures features) {
        this.rankings = rankings;
        this.history = history;
        this.features = features;
    }

    /** One row per reader, article and list of the time from {@code from} up to but without {@code to}. */
    TrainingSet between(Instant from, Instant to) {
        var names = features.names();
        var items = rankings.labelled(from, to).stream()
                .sorted(Comparator.comparing(LabelledItem::at)
                        .thenComparing(LabelledItem::ranking)
                        .thenComparing(one -> one.item().position()))
                .toList();
        var values = new double[items.size()][];
        var poor = new ArrayList<Integer>();
        for (int i = 0; i < values.length; i++) {
            values[i] = served(items.get(i), names);
            if (!complete(values[i], names)) {
                poor.add(i);
            }
        }
        fill(poor, items, names, values);
        var rows = new ArrayList<TrainingRow>(values.length);
        for (int i = 0; i < values.length; i++) {
            var one = items.get(i);
            rows.add(new TrainingRow(
                    one.ranking(), one.reader(), one.at(), one.item().position(), values[i], one.positive()));
        }
        return new TrainingSet(names, rows);
    }

    private static double[] served(LabelledItem one, List<String> names) {
        return names.stream()
                .mapToInt(one.item().featureNames()::indexOf)
                .mapToDouble(column -> column < 0 ? Double.NaN : one.item().features()[column])
                .toArray();
    }

    // the interest has no history: learning one for every past list would take longer than all the rest
    private static boolean complete(double[] row, List<String> names) {
        for (int i = 0; i < row.length; i++) {
            if (Double.isNaN(row[i]) && !names.get(i).equals(ServedFeatures.INTEREST)) {
                return false;
            }
        }
        return true;
    }

    private void fill(List<Integer> poor, List<LabelledItem> items, List<String> names, double[][] values) {
        if (poor.isEmpty()) {
            return;
        }
        var stored = names.stream()
                .filter(name -> !name.equals(ServedFeatures.INTEREST))
                .toList();
        var asked = poor.stream()
                .map(items::get)
                .map(one -> new FeatureHistory.Row(one.reader(), one.item().article(), one.at()))
                .toList();
        var found = history.vectors(stored, asked).rows();
        for (int i = 0; i < asked.size(); i++) {
            var row = values[poor.get(i)];
            for (int column = 0; column < stored.size(); column++) {
                int at = names.indexOf(stored.get(column));
                if (Double.isNaN(row[at])) {
                    row[at] = found[i][column];
                }
            }
        }
    }
}
