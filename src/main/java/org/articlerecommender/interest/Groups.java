package org.articlerecommender.interest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.articlerecommender.embedding.DotProduct;

/**
 * The several interests in what one reader liked: a vector opens a group of its own when it is like none of the groups
 * before (leader clustering), then each goes to the group whose mean it is most like. The same vectors in the same order
 * give the same groups.
 */
final class Groups {

    // abstracts of one field lie above this cosine, those of two fields below it
    private static final double ALIKE = 0.3;
    private static final int MOST = 6;

    private Groups() {}

    /** For each vector the number of its group, from 0 without gaps. */
    static int[] of(float[][] vectors) {
        var sums = new ArrayList<float[]>();
        for (var vector : vectors) {
            int group = nearest(sums, vector);
            boolean fits = group >= 0 && likeness(sums.get(group), vector) >= ALIKE;
            if (!fits && sums.size() < MOST) {
                sums.add(vector.clone());
            } else {
                add(sums.get(group), vector);
            }
        }
        return numbered(
                Arrays.stream(vectors).mapToInt(vector -> nearest(sums, vector)).toArray());
    }

    // a group whose members have all gone to others leaves no gap in the numbers
    private static int[] numbered(int[] groups) {
        var distinct = Arrays.stream(groups).distinct().boxed().toList();
        return Arrays.stream(groups).map(distinct::indexOf).toArray();
    }

    private static int nearest(List<float[]> sums, float[] vector) {
        int nearest = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < sums.size(); i++) {
            double likeness = likeness(sums.get(i), vector);
            if (likeness > most) {
                most = likeness;
                nearest = i;
            }
        }
        return nearest;
    }

    private static double likeness(float[] sum, float[] vector) {
        return DotProduct.of(sum, vector) / Math.max(Math.sqrt(DotProduct.of(sum, sum)), 1e-9);
    }

    private static void add(float[] sum, float[] vector) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += vector[j];
        }
    }
}
