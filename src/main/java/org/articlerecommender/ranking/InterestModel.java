package org.articlerecommender.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.articlerecommender.embedding.DotProduct;

/**
 * What a reader is interested in, learned from the vectors of what they liked and disliked, against articles that were
 * there to be liked and were not.
 *
 * <p>Three views of an article are mixed: a logistic regression, which says what sets the liked ones apart; the
 * likeness to their centre, which is all that a handful of liked articles can carry; and the likeness to the nearest of
 * them, which keeps small interests alive beside a large one. The more was liked, the more the regression counts. The
 * same examples give the same model.
 */
public final class InterestModel {

    /**
     * One liked article.
     *
     * @param weight above 0; how much it counts beside the others, the newest usually 1
     */
    public record Liked(float[] vector, double weight) {}

    /**
     * What the model says of one article.
     *
     * @param score between 0 and 1
     * @param nearest the liked article most like it, as its place in the list that the model was learned from
     * @param likeness the cosine of the two
     */
    public record Look(double score, int nearest, double likeness) {}

    // chosen on the dated reading logs of two readers; around these numbers the order hardly changes
    private static final double PENALTY = 0.03;
    private static final double DISLIKE = 3;
    private static final double MOST_REGRESSION = 0.5;
    private static final double HALF_REGRESSION = 8;
    private static final double NEAR = 0.8;
    private static final double EVEN = 1.6;
    private static final int NEAREST = 3;
    private static final int REMEMBERED = 400;
    private static final int MEASURED = 256;
    private static final int VIEWS = 3;

    private final float[] coefficients;
    private final float[] centre;
    private final List<float[]> remembered;
    private final int[] places;
    private final double regression;
    private final View[] views;

    /** How one view's raw numbers spread over the background, which makes the views comparable. */
    private record View(double mean, double spread) {

        double standard(double raw) {
            return (raw - mean) / spread;
        }
    }

    private InterestModel(List<Liked> liked, List<float[]> disliked, List<float[]> background) {
        var weights = liked.stream().mapToDouble(Liked::weight).toArray();
        var vectors = liked.stream().map(Liked::vector).toList();
        this.coefficients = fit(vectors, weights, disliked, background);
        this.centre = centre(vectors, weights);
        this.places = IntStream.range(0, liked.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -weights[i]))
                .limit(REMEMBERED)
                .mapToInt(Integer::intValue)
                .toArray();
        this.remembered = Arrays.stream(places).mapToObj(vectors::get).toList();
        double total = Arrays.stream(weights).sum();
        this.regression = coefficients.length == 0 ? 0 : MOST_REGRESSION * total / (total + HALF_REGRESSION);
        this.views = measure(background);
    }

    /**
     * Learns an interest.
     *
     * @param background articles as they come, announced before the moment for which the interest is learned; without
     *     any, likeness alone counts
     * @return empty when nothing was liked
     */
    public static Optional<InterestModel> learn(List<Liked> liked, List<float[]> disliked, List<float[]> background) {
        if (liked.isEmpty()) {
            return Optional.empty();
        }
        // while the embedding model changes, vectors of both models can meet here; they do not compare
        int width = liked.get(0).vector().length;
        return Optional.of(new InterestModel(
                liked.stream().filter(one -> one.vector().length == width).toList(),
                disliked.stream().filter(one -> one.length == width).toList(),
                background.stream().filter(one -> one.length == width).toList()));
    }

    /** How interesting the article is; higher is more, and 0.5 lies above most of what the reader does not want. */
    public double score(float[] article) {
        return look(article).score();
    }

    /** The score together with the liked article that is most like this one. */
    public Look look(float[] article) {
        var raw = new double[VIEWS];
        int nearest = raw(article, raw);
        double likeness = (1 - NEAR) * views[1].standard(raw[1]) + NEAR * views[2].standard(raw[2]);
        double mixed = regression * views[0].standard(raw[0]) + (1 - regression) * likeness;
        double cosine = DotProduct.of(remembered.get(nearest), article);
        return new Look(1 / (1 + Math.exp(EVEN - mixed)), places[nearest], cosine);
    }

    /** Fills in the three views' numbers and returns the nearest of the remembered. */
    private int raw(float[] article, double[] raw) {
        var top = new float[Math.min(NEAREST, remembered.size())];
        Arrays.fill(top, Float.NEGATIVE_INFINITY);
        int nearest = 0;
        for (int i = 0; i < remembered.size(); i++) {
            float likeness = DotProduct.of(remembered.get(i), article);
            nearest = likeness > top[0] ? i : nearest;
            for (int k = 0; k < top.length; k++) {
                if (likeness > top[k]) {
                    float pushed = top[k];
                    top[k] = likeness;
                    likeness = pushed;
                }
            }
        }
        double sum = 0;
        for (float one : top) {
            sum += one;
        }
        raw[0] = coefficients.length == 0 ? 0 : DotProduct.of(coefficients, article);
        raw[1] = DotProduct.of(centre, article);
        raw[2] = sum / top.length;
        return nearest;
    }

    private View[] measure(List<float[]> background) {
        var measured = background.subList(0, Math.min(MEASURED, background.size()));
        var raws = new ArrayList<double[]>();
        for (var article : measured) {
            var raw = new double[VIEWS];
            raw(article, raw);
            raws.add(raw);
        }
        return IntStream.range(0, VIEWS).mapToObj(view -> view(raws, view)).toArray(View[]::new);
    }

    private static View view(List<double[]> raws, int view) {
        if (raws.size() < 2) {
            // cosines of sentence models lie about here
            return new View(0.15, 0.15);
        }
        double mean = raws.stream().mapToDouble(raw -> raw[view]).average().orElse(0);
        double square = raws.stream()
                .mapToDouble(raw -> (raw[view] - mean) * (raw[view] - mean))
                .average()
                .orElse(0);
        return new View(mean, Math.max(Math.sqrt(square), 1e-6));
    }

    private static float[] fit(List<float[]> liked, double[] likes, List<float[]> disliked, List<float[]> background) {
        int others = disliked.size() + background.size();
        if (others == 0) {
            return new float[0];
        }
        var rows = new ArrayList<float[]>(liked.size() + others);
        rows.addAll(liked);
        rows.addAll(disliked);
        rows.addAll(background);
        var positive = new boolean[rows.size()];
        Arrays.fill(positive, 0, liked.size(), true);
        var weights = Arrays.copyOf(likes, rows.size());
        double each = Arrays.stream(likes).sum() / others;
        Arrays.fill(weights, liked.size(), liked.size() + disliked.size(), Math.max(each, 1) * DISLIKE);
        Arrays.fill(weights, liked.size() + disliked.size(), rows.size(), each);
        var fitted = new LogisticFit(rows, positive, weights, PENALTY).coefficients();
        // the intercept is the same for every article and falls out when the view is made comparable
        return Arrays.copyOf(fitted, fitted.length - 1);
    }

    /** The direction in which the weighted rows lie. */
    private static float[] centre(List<float[]> rows, double[] weights) {
        var sum = new float[rows.get(0).length];
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            float weight = (float) weights[i];
            for (int j = 0; j < sum.length; j++) {
                sum[j] += weight * row[j];
            }
        }
        float norm = (float) Math.sqrt(DotProduct.of(sum, sum));
        for (int j = 0; norm > 0 && j < sum.length; j++) {
            sum[j] /= norm;
        }
        return sum;
    }
}
