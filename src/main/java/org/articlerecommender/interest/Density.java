package org.articlerecommender.interest;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.articlerecommender.embedding.DotProduct;
import org.articlerecommender.interest.InterestModel.Liked;

/**
 * How densely the liked articles lie around a vector: a kernel density with weights, its kernel the exponential of the
 * cosine (von Mises-Fisher), so that many liked articles around count as well as a few close ones.
 */
final class Density {

    /**
     * @param density on the scale of cosines
     * @param nearest the place of the liked article with the highest cosine
     */
    record Near(double density, int nearest) {}

    private static final double WIDTH = 0.1;
    private static final int REMEMBERED = 400;

    private final float[][] vectors;
    private final double[] weights;
    private final int[] groups;

    /** @param liked the heaviest first; as many of them count as can be compared in a moment */
    Density(List<Liked> liked) {
        var remembered = liked.subList(0, Math.min(REMEMBERED, liked.size()));
        this.vectors = remembered.stream().map(one -> one.content().vector()).toArray(float[][]::new);
        this.weights = remembered.stream().mapToDouble(Liked::weight).toArray();
        this.groups = Groups.of(vectors);
    }

    float[] vector(int place) {
        return vectors[place];
    }

    /** Which of the reader's interests the liked article belongs to. */
    int group(int place) {
        return groups[place];
    }

    /** The places of the liked articles that add most to the density at the vector, the greatest first. */
    List<Integer> greatest(float[] article, int most) {
        return IntStream.range(0, vectors.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -weights[i] * kernel(DotProduct.of(vectors[i], article))))
                .limit(most)
                .toList();
    }

    Near at(float[] article) {
        double sum = 0;
        int nearest = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < vectors.length; i++) {
            double likeness = DotProduct.of(vectors[i], article);
            sum += weights[i] * kernel(likeness);
            if (likeness > most) {
                most = likeness;
                nearest = i;
            }
        }
        return new Near(WIDTH * Math.log(Math.max(sum, 1e-30)), nearest);
    }

    private static double kernel(double likeness) {
        return Math.exp((likeness - 1) / WIDTH);
    }
}
