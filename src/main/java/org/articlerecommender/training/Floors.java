package org.articlerecommender.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.articlerecommender.training.ScoredLists.ListScorer;

/** Orders that a reader could have for nothing, for a model to be measured beside. */
final class Floors {

    static final String AGE = "reader_article:age_days";
    static final String LIKENESS = "reader_article:title_similarity";
    static final String CLICKS = "document_daily_stats:clicks_3d";
    static final String EXPANDS = "document_daily_stats:expands_3d";

    private Floors() {}

    /** The floors by their names. What is not known of an article counts against it. */
    static Map<String, ListScorer> of(TrainingSet set, long seed) {
        int age = set.names().indexOf(AGE);
        int likeness = set.names().indexOf(LIKENESS);
        int clicks = set.names().indexOf(CLICKS);
        int expands = set.names().indexOf(EXPANDS);
        var floors = new LinkedHashMap<String, ListScorer>();
        floors.put(
                "random",
                list -> new Random(seed ^ list.get(0).ranking().getLeastSignificantBits())
                        .doubles(list.size())
                        .toArray());
        floors.put("newest first", list -> column(list, row -> 1 / (1 + Math.max(0, value(row, age, 1000)))));
        floors.put(
                "popularity",
                list -> column(list, row -> {
                    double answers = value(row, clicks, 0) + value(row, expands, 0);
                    return answers / (1 + answers);
                }));
        floors.put("centroid similarity", list -> column(list, row -> (1 + value(row, likeness, -1)) / 2));
        return floors;
    }

    private interface Value {
        double of(TrainingRow row);
    }

    private static double[] column(List<TrainingRow> list, Value value) {
        return list.stream().mapToDouble(value::of).toArray();
    }

    private static double value(TrainingRow row, int column, double missing) {
        return column < 0 || !Double.isFinite(row.values()[column]) ? missing : row.values()[column];
    }
}
