package org.articlerecommender.ranking;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Arrays;

/** Turns log-odds into the share that such log-odds turned out to mean. Never changes an order. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(name = "platt", value = Calibration.Platt.class),
    @JsonSubTypes.Type(name = "isotonic", value = Calibration.Isotonic.class)
})
public sealed interface Calibration {

    /** Takes log-odds as they are. */
    Calibration NONE = new Platt(1, 0);

    double probability(double logOdds);

    /** @throws IllegalArgumentException if these numbers cannot calibrate */
    void check();

    void addTo(Fingerprint print);

    static double sigmoid(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    /** A second logistic regression, over the log-odds alone (Platt, 1999). */
    record Platt(double slope, double offset) implements Calibration {

        @Override
        public double probability(double logOdds) {
            return sigmoid(slope * logOdds + offset);
        }

        @Override
        public void check() {
            if (!(slope > 0) || !Double.isFinite(slope) || !Double.isFinite(offset)) {
                throw new IllegalArgumentException("the numbers of a calibration are not usable");
            }
        }

        @Override
        public void addTo(Fingerprint print) {
            print.text("platt").numbers(slope, offset);
        }
    }

    /**
     * A rising line through points.
     *
     * @param at uncalibrated probabilities, rising, from 0 to 1
     * @param means the probability that each stands for, rising
     */
    record Isotonic(double[] at, double[] means) implements Calibration {

        @Override
        public double probability(double logOdds) {
            double raw = sigmoid(logOdds);
            int found = Arrays.binarySearch(at, raw);
            if (found >= 0) {
                return means[found];
            }
            int above = -found - 1;
            if (above == 0 || above == at.length) {
                return means[Math.min(above, at.length - 1)];
            }
            double share = (raw - at[above - 1]) / (at[above] - at[above - 1]);
            return means[above - 1] + share * (means[above] - means[above - 1]);
        }

        @Override
        public void check() {
            if (at == null || means == null || at.length < 2 || at.length != means.length) {
                throw new IllegalArgumentException("the points of a calibration are not two equal rows");
            }
            for (int i = 0; i < at.length; i++) {
                boolean rises = i == 0 || at[i] > at[i - 1] && means[i] >= means[i - 1];
                if (!rises || !(means[i] >= 0 && means[i] <= 1) || !Double.isFinite(at[i])) {
                    throw new IllegalArgumentException("the points of a calibration do not rise from 0 to 1");
                }
            }
        }

        @Override
        public void addTo(Fingerprint print) {
            print.text("isotonic").numbers(at).numbers(means);
        }
    }
}
