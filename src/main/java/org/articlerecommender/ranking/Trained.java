package org.articlerecommender.ranking;

import java.util.Arrays;
import java.util.List;

/** A trained model that reads its features from rows with more columns than it knows. */
final class Trained implements Scorer {

    private final String id;
    private final ScoringModel model;
    private final int[] columns;

    /** @param names the columns of the rows, those of the model among them */
    Trained(String id, ScoringModel model, List<String> names) {
        this.id = id;
        this.model = model;
        this.columns = model.names().stream().mapToInt(names::indexOf).toArray();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public double score(double[] values) {
        return model.score(own(values));
    }

    @Override
    public double[] scores(double[][] rows) {
        return model.scores(Arrays.stream(rows).map(this::own).toArray(double[][]::new));
    }

    @Override
    public double[] contributions(double[] values) {
        var parts = new double[values.length];
        var added = model.contributions(own(values));
        for (int i = 0; i < added.length; i++) {
            if (columns[i] >= 0) {
                parts[columns[i]] = added[i];
            }
        }
        return parts;
    }

    private double[] own(double[] values) {
        var own = new double[columns.length];
        for (int i = 0; i < own.length; i++) {
            own[i] = columns[i] < 0 ? Double.NaN : values[columns[i]];
        }
        return own;
    }
}
