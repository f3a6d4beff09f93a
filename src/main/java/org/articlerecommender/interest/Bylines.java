package org.articlerecommender.interest;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.articlerecommender.interest.InterestModel.Liked;

/**
 * What the bylines of liked articles say of others: by whom the reader likes to read, and whether by many or few authors and
 * under long or short titles. What is not known of an article takes no part and gains nothing.
 */
final class Bylines {

    // on the scale of the mixed views: spreads of what comes
    private static final double AUTHORS = 0.15;
    private static final double FORM = 0.25;
    // an author of one newly liked article gains log(6)
    private static final double EACH_LIKED = 5;

    private final int[] authors;
    private final double[] weights;
    private final double usual;
    private final Slope many;
    private final Slope length;

    /**
     * @param liked with weights of 1 and less
     * @param background what the gain is measured against: its mean over these is 0
     */
    Bylines(List<Liked> liked, List<Content> background) {
        var sums = new TreeMap<Integer, Double>();
        for (var one : liked) {
            for (int author : one.content().byline().authors()) {
                sums.merge(author, one.weight(), Double::sum);
            }
        }
        this.authors = sums.keySet().stream().mapToInt(Integer::intValue).toArray();
        this.weights = sums.values().stream().mapToDouble(Double::doubleValue).toArray();
        this.usual = background.stream()
                .map(Content::byline)
                .filter(Byline::hasAuthors)
                .mapToDouble(this::familiar)
                .average()
                .orElse(0);
        this.many = Slope.of(liked, background, Byline::many);
        this.length = Slope.of(liked, background, Byline::length);
    }

    /** How much the byline adds to the score. */
    double gain(Byline byline) {
        double form = FORM * (many.at(byline.many()) + length.at(byline.length()));
        return byline.hasAuthors() ? form + AUTHORS * (familiar(byline) - usual) : form;
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
}
