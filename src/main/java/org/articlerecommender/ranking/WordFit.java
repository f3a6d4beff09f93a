package org.articlerecommender.ranking;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.articlerecommender.catalog.Terms;
import org.articlerecommender.platform.RecentlyUsed;

/** How well the words of documents fit a query, by BM25 over the documents of one request. */
@Singleton
class WordFit {

    private static final double K1 = 1.2;
    private static final double B = 0.75;
    // as many as one request may carry
    private static final int REMEMBERED = 10_000;

    // The hash codes of a text's words in order: a tenth of the room of the words, and as good as they are for counting
    private final Map<String, int[]> remembered = new RecentlyUsed<>(REMEMBERED);

    /** The score of each document that holds a word of the query, above 0; the others are absent. */
    <K> Map<K, Double> of(String query, Map<K, String> documents) {
        var asked = Arrays.stream(hashes(query)).distinct().toArray();
        var words = new LinkedHashMap<K, int[]>();
        documents.forEach((key, text) -> words.put(key, recall(text)));
        double length =
                words.values().stream().mapToInt(all -> all.length).average().orElse(0);
        var scores = new HashMap<K, Double>();
        for (int word : asked) {
            var counts = new HashMap<K, Integer>();
            words.forEach((key, all) -> {
                int count = count(all, word);
                if (count > 0) {
                    counts.put(key, count);
                }
            });
            double rarity = Math.log(1 + (words.size() - counts.size() + 0.5) / (counts.size() + 0.5));
            counts.forEach((key, count) -> {
                double norm = K1 * (1 - B + B * words.get(key).length / length);
                scores.merge(key, rarity * count / (count + norm), Double::sum);
            });
        }
        return scores;
    }

    private int[] recall(String text) {
        synchronized (remembered) {
            var known = remembered.get(text);
            if (known != null) {
                return known;
            }
        }
        var made = hashes(text);
        synchronized (remembered) {
            remembered.put(text, made);
        }
        return made;
    }

    private static int[] hashes(String text) {
        return Terms.of(text).stream().mapToInt(String::hashCode).sorted().toArray();
    }

    private static int count(int[] sorted, int word) {
        int at = Arrays.binarySearch(sorted, word);
        if (at < 0) {
            return 0;
        }
        int from = at;
        int to = at;
        while (from > 0 && sorted[from - 1] == word) {
            from--;
        }
        while (to < sorted.length - 1 && sorted[to + 1] == word) {
            to++;
        }
        return to - from + 1;
    }
}
