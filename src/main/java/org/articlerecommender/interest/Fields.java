package org.articlerecommender.interest;

import java.util.Map;
import java.util.TreeMap;

/** How many articles of each field are drawn, a field being the first category of an article. */
final class Fields {

    // a few say little of the fields that others come from
    private static final double USUAL = 5;

    private Fields() {}

    /**
     * So many in the proportions of what is chosen from, mixed with those of what comes; the more of the latter, the fewer are
     * chosen from.
     *
     * @param among how many of each field are chosen from
     * @param usual how many of each field come
     */
    static Map<String, Integer> draw(Map<String, Integer> among, Map<String, Integer> usual, int articles) {
        double all = sum(among) + USUAL;
        var shares = new TreeMap<String, Double>();
        among.forEach((field, count) -> shares.merge(field, count / all, Double::sum));
        usual.forEach((field, count) -> shares.merge(field, USUAL / all * count / sum(usual), Double::sum));
        var draw = new TreeMap<String, Integer>();
        shares.forEach((field, share) -> draw.put(field, (int) Math.ceil(share * articles)));
        return draw;
    }

    private static double sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
