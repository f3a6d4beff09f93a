package org.articlerecommender.recommend;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** How much of a list each interest of a reader has taken. A reader with one interest has no quota. */
class Quota {

    private final int[] interests;
    private final int most;
    private final Map<Integer, Integer> taken = new HashMap<>();

    /**
     * @param interests of the articles by their place; those beyond the array belong to none
     * @param reach how many places count
     * @param share of the length that one interest may take
     */
    Quota(int[] interests, int reach, int length, double share) {
        this.interests = interests;
        boolean several = Arrays.stream(interests, 0, Math.min(reach, interests.length))
                        .distinct()
                        .count()
                > 1;
        this.most = several ? Math.max(1, (int) Math.ceil(length * share)) : Integer.MAX_VALUE;
    }

    void take(int place) {
        if (place < interests.length) {
            taken.merge(interests[place], 1, Integer::sum);
        }
    }

    boolean isFull(int place) {
        return place < interests.length && taken.getOrDefault(interests[place], 0) >= most;
    }
}
