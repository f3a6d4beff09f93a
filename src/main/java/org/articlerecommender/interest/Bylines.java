package org.articlerecommender.interest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.articlerecommender.interest.InterestModel.Liked;

/**
 * What the bylines of liked articles say of others: by whom the reader likes to read, and whether by many or few authors and
 * under long or short titles. Articles whose byline is not known take no part and gain nothing.
 */
final class Bylines {

    // on the scale of the mixed views: spreads of what comes
    private static final double AUTHORS = 0.15;
    private static final double FORM = 0.25;
    private static final double FORM_PENALTY = 3;
    // an author of one newly liked article gains log(6)
    private static final double EACH_LIKED = 5;

    private final int[] authors;
    private final double[] weights;
    private final double usual;
    private final Scale[] scales;
    private final float[] slopes;

    /**
     * @param liked with weights of 1 and less
     * @param background what the gain is measured against: its mean over these is 0
     */
    Bylines(List<Liked> liked, List<Content> background) {
        var known =
                liked.stream().filter(one -> one.content().byline().isKnown()).toList();
        var others =
                background.stream().map(Content::byline).filter(Byline::isKnown).toList();
        var sums = new TreeMap<Integer, Double>();
        for (var one : known) {
            for (int author : one.content().byline().authors()) {
                sums.merge(author, one.weight(), Double::sum);
            }
        }
        this.authors = sums.keySet().stream().mapToInt(Integer::intValue).toArray();
        this.weights = sums.values().stream().mapToDouble(Double::doubleValue).toArray();
        this.usual = others.stream().mapToDouble(this::familiar).average().orElse(0);
        this.scales = others.isEmpty() ? new Scale[0] : scales(others);
        this.slopes = known.isEmpty() || others.isEmpty() ? new float[0] : slopes(known, others);
    }

    /** How much the byline adds to the score. */
    double gain(Byline byline) {
        if (!byline.isKnown()) {
            return 0;
        }
        double gain = AUTHORS * (familiar(byline) - usual);
        if (slopes.length > 0) {
            var form = standard(byline);
            for (int j = 0; j < slopes.length; j++) {
                gain += FORM * slopes[j] * form[j];
            }
        }
        return gain;
    }

    /** Those of the names by whom the reader liked something, the most liked first. */
    List<String> liked(List<String> names, int most) {
        return names.stream()
                .distinct()
                .filter(name -> weight(Byline.id(name)) > 0)
                .sorted(Comparator.comparingDouble(name -> -weight(Byline.id(name))))
                .limit(most)
                .toList();
    }

    private double familiar(Byline byline) {
        return Math.log1p(EACH_LIKED
                * Arrays.stream(byline.authors()).mapToDouble(this::weight).sum());
    }

    private double weight(int author) {
        int place = Arrays.binarySearch(authors, author);
        return place < 0 ? 0 : weights[place];
    }

    private static Scale[] scales(List<Byline> others) {
        var forms = others.stream()
                .map(one -> new double[] {one.form()[0], one.form()[1]})
                .toList();
        return new Scale[] {Scale.of(forms, 0), Scale.of(forms, 1)};
    }

    private float[] standard(Byline byline) {
        var standard = new float[scales.length];
        for (int j = 0; j < standard.length; j++) {
            standard[j] = (float) scales[j].standard(byline.form()[j]);
        }
        return standard;
    }

    private float[] slopes(List<Liked> known, List<Byline> others) {
        double total = known.stream().mapToDouble(Liked::weight).sum();
        var rows = new ArrayList<float[]>();
        known.forEach(one -> rows.add(standard(one.content().byline())));
        others.forEach(one -> rows.add(standard(one)));
        var positive = new boolean[rows.size()];
        Arrays.fill(positive, 0, known.size(), true);
        var counts = new double[rows.size()];
        Arrays.fill(counts, total / others.size());
        for (int i = 0; i < known.size(); i++) {
            counts[i] = known.get(i).weight();
        }
        var fitted = new LogisticFit(new Examples.Dense(rows), positive, counts, FORM_PENALTY).coefficients();
        return Arrays.copyOf(fitted, scales.length);
    }
}
