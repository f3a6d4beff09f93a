package org.articlerecommender.interest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.articlerecommender.embedding.DotProduct;
import org.articlerecommender.interest.InterestModel.Liked;

/**
 * What sets liked articles apart from others, in their meaning and in their words: two logistic regressions. The liked
 * ones and the others weigh the same in sum, however many there are of each.
 */
final class Regressions {

    private static final Regressions NONE = new Regressions(new float[0], new float[0], new float[0]);

    private static final double MEANING_PENALTY = 0.03;
    private static final double WORDS_PENALTY = 0.05;
    private static final double DISLIKE = 3;

    private final float[] meaning;
    private final float[] words;
    private final float[] rarity;

    private Regressions(float[] meaning, float[] words, float[] rarity) {
        this.meaning = meaning;
        this.words = words;
        this.rarity = rarity;
    }

    /** Nothing is learned, and {@link #isEmpty()} is true, when there is nothing to set the liked ones apart from. */
    static Regressions fit(List<Liked> liked, List<Content> disliked, List<Content> background) {
        if (disliked.isEmpty() && background.isEmpty()) {
            return NONE;
        }
        var rarity = WordCounts.rarity(
                background.isEmpty()
                        ? liked.stream().map(one -> one.content().words()).toList()
                        : background.stream().map(Content::words).toList());
        var meaning = CompletableFuture.supplyAsync(() -> meaning(liked, disliked, background));
        var words = words(liked, disliked, background, rarity);
        return new Regressions(meaning.join(), words, rarity);
    }

    boolean isEmpty() {
        return meaning.length == 0;
    }

    double meaning(float[] vector) {
        return isEmpty() ? 0 : DotProduct.of(meaning, vector);
    }

    double words(WordCounts terms) {
        return isEmpty() ? 0 : terms.weighted(rarity).dot(words);
    }

    List<String> tellingWords(String text, int most) {
        if (isEmpty()) {
            return List.of();
        }
        var strength = new HashMap<String, Double>();
        for (var word : Words.in(text)) {
            int id = WordCounts.id(word);
            strength.put(word, (double) words[id] * rarity[id]);
        }
        return strength.entrySet().stream()
                .filter(one -> one.getValue() > 0)
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static float[] meaning(List<Liked> liked, List<Content> disliked, List<Content> background) {
        var rows = new Rows<float[]>();
        liked.forEach(one -> rows.add(one.content().vector(), true, one.weight()));
        double each = rows.total() / (disliked.size() + background.size());
        disliked.forEach(one -> rows.add(one.vector(), false, dislike(each)));
        background.forEach(one -> rows.add(one.vector(), false, each));
        return rows.fit(new Examples.Dense(rows.rows), MEANING_PENALTY);
    }

    /**
     * Of much that people liked only the title is known. The others take part with their titles alone as far as the liked
     * ones do, so that the regression cannot tell them apart by having an abstract.
     */
    private static float[] words(List<Liked> liked, List<Content> disliked, List<Content> background, float[] rarity) {
        var rows = new Rows<WordVector>();
        double bare = 0;
        for (var one : liked) {
            rows.add(one.content().words().weighted(rarity), true, one.weight());
            bare += one.content().isTitleOnly() ? one.weight() : 0;
        }
        double each = rows.total() / (disliked.size() + background.size());
        double titled = bare / rows.total();
        disliked.forEach(one -> rows.add(one.words().weighted(rarity), false, dislike(each)));
        for (var one : background) {
            if (titled > 0) {
                rows.add(one.title().weighted(rarity), false, each * titled);
            }
            if (titled < 1) {
                rows.add(one.words().weighted(rarity), false, each * (1 - titled));
            }
        }
        return rows.fit(new Examples.Sparse(rows.rows), WORDS_PENALTY);
    }

    private static double dislike(double each) {
        return Math.max(each, 1) * DISLIKE;
    }

    /** Examples as they are collected. */
    private static final class Rows<T> {

        private final List<T> rows = new ArrayList<>();
        private final List<Boolean> positive = new ArrayList<>();
        private final List<Double> weights = new ArrayList<>();

        void add(T row, boolean liked, double weight) {
            rows.add(row);
            positive.add(liked);
            weights.add(weight);
        }

        double total() {
            return weights.stream().mapToDouble(Double::doubleValue).sum();
        }

        /** The coefficients; the intercept is the same for every article and falls out when views are made comparable. */
        float[] fit(Examples examples, double penalty) {
            var liked = new boolean[rows.size()];
            var counts = new double[rows.size()];
            for (int i = 0; i < counts.length; i++) {
                liked[i] = positive.get(i);
                counts[i] = weights.get(i);
            }
            var fitted = new LogisticFit(examples, liked, counts, penalty).coefficients();
            return Arrays.copyOf(fitted, fitted.length - 1);
        }
    }
}
