package org.articlerecommender.ranking;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A linear scorer as plain numbers: what training leaves behind and serving reads.
 *
 * @param features what it reads, in the order of the values it is given
 * @param intercept the log-odds of an article whose values are all as in the training set's mean
 */
public record ScoringModel(List<Feature> features, double intercept) {

    /**
     * One feature of a model.
     *
     * @param name as the feature definitions have it, {@code view:feature}
     * @param hash of the definition at training time; with another hash the name means something else
     * @param mean of the training set
     * @param scale the standard deviation of the training set, above 0
     * @param coefficient the log-odds that one standard deviation adds
     */
    public record Feature(String name, String hash, double mean, double scale, double coefficient) {

        public Feature {
            // -0.0 would come back from the database as 0.0 and look damaged
            mean += 0.0;
            coefficient += 0.0;
        }
    }

    public ScoringModel {
        if (features == null || features.isEmpty()) {
            throw new IllegalArgumentException("a model needs features");
        }
        features = List.copyOf(features);
        intercept += 0.0;
        if (!Double.isFinite(intercept)) {
            throw new IllegalArgumentException("the intercept is not a finite number");
        }
        for (var feature : features) {
            if (feature.name() == null || feature.hash() == null) {
                throw new IllegalArgumentException("a feature lacks its name or hash");
            }
            if (!(feature.scale() > 0)
                    || !Double.isFinite(feature.scale())
                    || !Double.isFinite(feature.mean())
                    || !Double.isFinite(feature.coefficient())) {
                throw new IllegalArgumentException("the numbers of " + feature.name() + " are not usable");
            }
        }
    }

    /** The names of the features, in order. */
    public List<String> names() {
        return features.stream().map(Feature::name).toList();
    }

    /** The probability of a positive answer to an article with these values. A value that is not a number counts as the mean. */
    public double score(double[] values) {
        double z = intercept;
        for (int i = 0; i < values.length; i++) {
            z += contribution(i, values[i]);
        }
        return 1 / (1 + Math.exp(-z));
    }

    /** What each value adds to the log-odds beside that of the mean, in the order of the features. */
    public double[] contributions(double[] values) {
        var parts = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            parts[i] = contribution(i, values[i]);
        }
        return parts;
    }

    private double contribution(int i, double value) {
        var feature = features.get(i);
        return Double.isFinite(value) ? feature.coefficient() * (value - feature.mean()) / feature.scale() : 0;
    }

    /** A SHA-256 over every number and name, by which a damaged artefact is told from a sound one. */
    @JsonIgnore
    public String digest() {
        var all = new StringBuilder().append(intercept);
        features.forEach(one -> all.append('\n')
                .append(String.join("\t", one.name(), one.hash()))
                .append('\t')
                .append(one.mean())
                .append('\t')
                .append(one.scale())
                .append('\t')
                .append(one.coefficient()));
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(all.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
