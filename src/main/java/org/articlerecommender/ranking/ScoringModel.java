package org.articlerecommender.ranking;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A scorer as plain numbers: what training leaves behind and serving reads. For each outcome it foretells how likely a
 * reader answers so; the score is the sum of these probabilities, each times the weight of its outcome.
 *
 * @param features what it reads, in the order of the values it is given
 * @param tasks one per outcome that could be learned
 */
public record ScoringModel(List<Feature> features, List<Task> tasks) {

    /**
     * The logarithm of where an article stood in its list. Training knows it and serving does not, so that every
     * candidate is scored as if it stood first, and standing high is no merit of an article.
     */
    public static final String POSITION = "shown:log_position";

    /**
     * One feature of a model.
     *
     * @param name as the feature definitions have it, {@code view:feature}
     * @param hash of the definition at training time; with another hash the name means something else
     * @param fill what a value that is not known counts as, the mean of the training set
     */
    public record Feature(String name, String hash, double fill) {}

    /**
     * @param weight what the outcome is worth; the weights of all tasks add up to at most 1
     */
    public record Task(Outcome outcome, double weight, Predictor predictor, Calibration calibration) {}

    public ScoringModel {
        if (features == null || features.isEmpty() || tasks == null || tasks.isEmpty()) {
            throw new IllegalArgumentException("a model needs features and tasks");
        }
        features = List.copyOf(features);
        tasks = List.copyOf(tasks);
        for (var feature : features) {
            if (feature.name() == null || feature.hash() == null || !Double.isFinite(feature.fill())) {
                throw new IllegalArgumentException("a feature lacks its name, its hash or its fill");
            }
        }
        double weights = 0;
        for (var task : tasks) {
            if (task.outcome() == null || task.predictor() == null || task.calibration() == null) {
                throw new IllegalArgumentException("a task lacks its outcome, predictor or calibration");
            }
            task.predictor().check(features.size());
            task.calibration().check();
            weights += task.weight();
            if (!(task.weight() >= 0) || weights > 1 + 1e-9) {
                throw new IllegalArgumentException("the weights of the tasks are not shares of 1");
            }
        }
    }

    /** The names of the features, in order. */
    public List<String> names() {
        return features.stream().map(Feature::name).toList();
    }

    /** The kinds of its predictors, for people. */
    public String label() {
        return tasks.stream().map(task -> task.predictor().label()).distinct().collect(Collectors.joining("+"));
    }

    /** The score of one row, between 0 and 1; see {@link #scores}. */
    public double score(double[] values) {
        return scores(new double[][] {values})[0];
    }

    /** The score of each row. A value that is not a number counts as the feature's fill. */
    public double[] scores(double[][] rows) {
        var filled = filled(rows);
        var scores = new double[rows.length];
        for (var task : tasks) {
            var odds = task.predictor().logOdds(filled);
            for (int i = 0; i < scores.length; i++) {
                scores[i] += task.weight() * task.calibration().probability(odds[i]);
            }
        }
        return scores;
    }

    /** How likely each row draws the outcome of a task. */
    public double[] probabilities(Task task, double[][] rows) {
        return Arrays.stream(task.predictor().logOdds(filled(rows)))
                .map(task.calibration()::probability)
                .toArray();
    }

    /**
     * What each value changes in the log-odds of the score, beside the feature's fill in its place, in the order of the
     * features.
     */
    public double[] contributions(double[] values) {
        var rows = new double[values.length + 1][];
        rows[values.length] = values;
        for (int i = 0; i < values.length; i++) {
            rows[i] = values.clone();
            rows[i][i] = Double.NaN;
        }
        var scores = scores(rows);
        double all = logit(scores[values.length]);
        return Arrays.stream(scores, 0, values.length)
                .map(without -> all - logit(without))
                .toArray();
    }

    private double[][] filled(double[][] rows) {
        var filled = new double[rows.length][features.size()];
        for (int j = 0; j < features.size(); j++) {
            double fill = features.get(j).fill();
            for (int i = 0; i < rows.length; i++) {
                filled[i][j] = Double.isFinite(rows[i][j]) ? rows[i][j] : fill;
            }
        }
        return filled;
    }

    private static double logit(double probability) {
        double inside = Math.min(1 - 1e-9, Math.max(1e-9, probability));
        return Math.log(inside / (1 - inside));
    }

    /** A SHA-256 over every number and name, by which a damaged artefact is told from a sound one. */
    @JsonIgnore
    public String digest() {
        var print = new Fingerprint();
        for (var feature : features) {
            print.text(feature.name()).text(feature.hash()).numbers(feature.fill());
        }
        for (var task : tasks) {
            print.text(task.outcome().label()).numbers(task.weight());
            task.predictor().addTo(print);
            task.calibration().addTo(print);
        }
        return print.hex();
    }
}
