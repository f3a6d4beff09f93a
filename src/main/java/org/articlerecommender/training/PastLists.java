package org.articlerecommender.training;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.articlerecommender.events.LabelledItem;
import org.articlerecommender.events.Rankings;
import org.articlerecommender.features.FeatureHistory;
import org.articlerecommender.ranking.Outcome;
import org.articlerecommender.ranking.ServedFeatures;

/**
 * Builds training sets from the lists that readers were shown. Where a list was recorded with its features, the row is
 * the vector as served, and a feature added since is not known in it; only for a list of an imported log, which was
 * recorded without any, what was known at its moment is read from history.
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

    /** One row per reader, article and list of the time from {@code from} up to but without {@code to}, as served. */
    TrainingSet served(Instant from, Instant to) {
        return set(labelled(from, to).stream()
                .filter(one -> !one.item().featureNames().isEmpty())
                .toList());
    }

    /** Like {@link #served}, with the lists of imported logs. */
    TrainingSet between(Instant from, Instant to) {
        return set(labelled(from, to));
    }

    private List<LabelledItem> labelled(Instant from, Instant to) {
        return rankings.labelled(from, to).stream()
                .sorted(Comparator.comparing(LabelledItem::at)
                        .thenComparing(LabelledItem::ranking)
                        .thenComparing(one -> one.item().position()))
                .toList();
    }

    private TrainingSet set(List<LabelledItem> items) {
        var names = features.names();
        var values = new double[items.size()][];
        var imported = new ArrayList<Integer>();
        for (int i = 0; i < values.length; i++) {
            values[i] = served(items.get(i), names);
            if (items.get(i).item().featureNames().isEmpty()) {
                imported.add(i);
            }
        }
        fill(imported, items, names, values);
        var rows = new ArrayList<TrainingRow>(values.length);
        for (int i = 0; i < values.length; i++) {
            var one = items.get(i);
            rows.add(new TrainingRow(
                    one.ranking(),
                    one.item().article(),
                    one.reader(),
                    one.at(),
                    one.item().position(),
                    values[i],
                    outcomes(one),
                    one.item().propensity()));
        }
        return new TrainingSet(names, rows);
    }

    private static Set<Outcome> outcomes(LabelledItem one) {
        var outcomes = EnumSet.noneOf(Outcome.class);
        if (one.expanded()) {
            outcomes.add(Outcome.EXPAND);
        }
        if (one.clicked()) {
            outcomes.add(Outcome.CLICK);
        }
        if (one.saved()) {
            outcomes.add(Outcome.SAVE);
        }
        return outcomes;
    }

    private static double[] served(LabelledItem one, List<String> names) {
        return names.stream()
                .mapToInt(one.item().featureNames()::indexOf)
                .mapToDouble(column -> column < 0 ? Double.NaN : one.item().features()[column])
                .toArray();
    }

    private void fill(List<Integer> imported, List<LabelledItem> items, List<String> names, double[][] values) {
        if (imported.isEmpty()) {
            return;
        }
        // the interest has no history: learning one for every past list would take longer than all the rest
        var stored = names.stream()
                .filter(name -> !name.equals(ServedFeatures.INTEREST))
                .toList();
        var asked = imported.stream()
                .map(items::get)
                .map(one -> new FeatureHistory.Row(one.reader(), one.item().article(), one.at()))
                .toList();
        var found = history.vectors(stored, asked).rows();
        for (int i = 0; i < asked.size(); i++) {
            var row = values[imported.get(i)];
            for (int column = 0; column < stored.size(); column++) {
                int at = names.indexOf(stored.get(column));
                row[at] = found[i][column];
            }
        }
    }
}
