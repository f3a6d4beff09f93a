package org.articlerecommender.interest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.articlerecommender.interest.InterestModel.Liked;

/**
 * Whether a reader likes articles of which a number is higher or lower than of others as they come: a logistic regression
 * on that number alone. It is flat where nothing is known, and steeper the more was liked.
 */
record Slope(Scale scale, double steepness) {

    private static final Slope FLAT = new Slope(new Scale(0, 1), 0);

    private static final double PENALTY = 0.5;

    /** @param number not a number for an article of which it is not known, which takes no part */
    static Slope of(List<Liked> liked, List<Content> others, ToDoubleFunction<Byline> number) {
        var known = liked.stream().filter(one -> isKnown(number, one.content())).toList();
        var coming = others.stream()
                .filter(one -> isKnown(number, one))
                .map(one -> new double[] {number.applyAsDouble(one.byline())})
                .toList();
        if (known.isEmpty() || coming.isEmpty()) {
            return FLAT;
        }
        var scale = Scale.of(coming, 0);
        var rows = new ArrayList<float[]>();
        known.forEach(
                one -> rows.add(row(scale, number.applyAsDouble(one.content().byline()))));
        coming.forEach(one -> rows.add(row(scale, one[0])));
        var positive = new boolean[rows.size()];
        Arrays.fill(positive, 0, known.size(), true);
        var counts = new double[rows.size()];
        Arrays.fill(counts, known.stream().mapToDouble(Liked::weight).sum() / coming.size());
        for (int i = 0; i < known.size(); i++) {
            counts[i] = known.get(i).weight();
        }
        return new Slope(scale, new LogisticFit(new Examples.Dense(rows), positive, counts, PENALTY).coefficients()[0]);
    }

    /** Positive where the reader likes more, 0 on average over others and for what is not a number. */
    double at(double number) {
        return Double.isNaN(number) ? 0 : steepness * scale.standard(number);
    }

    private static boolean isKnown(ToDoubleFunction<Byline> number, Content content) {
        return !Double.isNaN(number.applyAsDouble(content.byline()));
    }

    private static float[] row(Scale scale, double number) {
        return new float[] {(float) scale.standard(number)};
    }
}
