package org.articlerecommender.interest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.articlerecommender.embedding.DotProduct;

/**
 * What a reader is interested in, learned from what they liked and disliked, against articles that were there to be liked
 * and were not.
 *
 * <p>Three views of an article are mixed: what sets the words of the liked ones apart, what sets their meaning apart (a
 * logistic regression each), and how densely the liked ones lie around it, which is all that a handful of them can carry
 * and what keeps small interests alive beside a large one. The more was liked, the more the regressions count. The same
 * examples give the same model.
 */
public final class InterestModel {

    /**
     * One liked article.
     *
     * @param weight above 0; how much it counts beside the others, the most telling usually 1
     */
    public record Liked(Content content, double weight) {}

    /**
     * What the model says of one article.
     *
     * @param score between 0 and 1
     * @param nearest the liked article most like it, as its place in the list that the model was learned from
     * @param likeness the cosine of the two
     * @param interest which of the reader's several interests that one belongs to, from 0
     */
    public record Look(double score, int nearest, double likeness, int interest) {}

    /**
     * A liked article beside another one.
     *
     * @param liked its place in the list that the model was learned from
     * @param likeness the cosine of the two
     */
    public record Near(int liked, double likeness) {}

    // chosen on the dated reading logs of two readers, whole and cut to 1 to 300 articles; around these numbers the
    // order
    // hardly changes
    private static final double MOST_REGRESSION = 0.8;
    private static final double HALF_REGRESSION = 3;
    private static final double HALF_OTHERS = 60;
    private static final double WORDS = 0.6;
    // the few words of a title say less than what they mean together
    private static final double WORDS_OF_TITLES = 0.2;
    private static final double EVEN = 1.6;
    private static final int MEASURED = 256;
    private static final int MOST_LIKED = 1500;

    private final Regressions regressions;
    private final Density density;
    private final Bylines bylines;
    private final int[] places;
    private final double regression;
    private final Scale[] scales;

    private InterestModel(List<Liked> liked, int[] places, List<Content> disliked, List<Content> background) {
        this.places = places;
        this.regressions = Regressions.fit(liked, disliked, background);
        this.density = new Density(liked);
        this.bylines = new Bylines(liked, background);
        double total = liked.stream().mapToDouble(Liked::weight).sum();
        int others = disliked.size() + background.size();
        // a few others teach more of themselves than of what the reader does not want
        this.regression = MOST_REGRESSION * total / (total + HALF_REGRESSION) * others / (others + HALF_OTHERS);
        this.scales = measure(background);
    }

    /**
     * Learns an interest.
     *
     * @param background articles as they come, announced before the moment for which the interest is learned; without
     *     any, likeness alone counts
     * @return empty when nothing was liked
     */
    public static Optional<InterestModel> learn(List<Liked> liked, List<Content> disliked, List<Content> background) {
        if (liked.isEmpty()) {
            return Optional.empty();
        }
        // while the embedding model changes, vectors of both models can meet here; they do not compare
        int width = liked.get(0).content().vector().length;
        var places = IntStream.range(0, liked.size())
                .filter(i -> liked.get(i).content().vector().length == width)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -liked.get(i).weight()))
                .limit(MOST_LIKED)
                .mapToInt(Integer::intValue)
                .toArray();
        var heaviest = IntStream.of(places).mapToObj(liked::get).toList();
        double most = heaviest.get(0).weight();
        return Optional.of(new InterestModel(
                heaviest.stream()
                        .map(one -> new Liked(one.content(), one.weight() / most))
                        .toList(),
                places,
                ofWidth(width, disliked),
                ofWidth(width, background)));
    }

    /** How interesting the article is; higher is more, and 0.5 lies above most of what the reader does not want. */
    public double score(Content article) {
        return look(article).score();
    }

    /** The score together with the liked article that is most like this one. */
    public Look look(Content article) {
        var near = density.at(article.vector());
        var raw = raw(article, near);
        double words = scales[0].standard(raw[0]);
        double meaning = scales[1].standard(raw[1]);
        double share = article.isTitleOnly() ? WORDS_OF_TITLES : WORDS;
        double learned = share * words + (1 - share) * meaning;
        double mixed =
                regression * learned + (1 - regression) * scales[2].standard(raw[2]) + bylines.gain(article.byline());
        double likeness = DotProduct.of(density.vector(near.nearest()), article.vector());
        return new Look(
                1 / (1 + Math.exp(EVEN - mixed)), places[near.nearest()], likeness, density.group(near.nearest()));
    }

    /** The liked articles that speak most for the article, the strongest first, as places in the list learned from. */
    public List<Near> near(Content article, int most) {
        return density.greatest(article.vector(), most).stream()
                .map(place -> new Near(places[place], DotProduct.of(density.vector(place), article.vector())))
                .toList();
    }

    /** The words of the text that speak most for it, the strongest first. */
    public List<String> tellingWords(String text, int most) {
        return regressions.tellingWords(text, most);
    }

    /** Those of an article's authors by whom something was liked, the most liked first. */
    public List<String> likedAuthors(List<String> names, int most) {
        return bylines.liked(names, most);
    }

    private double[] raw(Content article, Density.Near near) {
        return new double[] {regressions.words(article.words()), regressions.meaning(article.vector()), near.density()};
    }

    private Scale[] measure(List<Content> background) {
        var raws = new ArrayList<double[]>();
        for (var article : background.subList(0, Math.min(MEASURED, background.size()))) {
            raws.add(raw(article, density.at(article.vector())));
        }
        return IntStream.range(0, 3).mapToObj(view -> Scale.of(raws, view)).toArray(Scale[]::new);
    }

    private static List<Content> ofWidth(int width, List<Content> contents) {
        return contents.stream().filter(one -> one.vector().length == width).toList();
    }
}
