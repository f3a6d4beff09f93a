package org.articlerecommender.ranking;

import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.articlerecommender.embedding.DotProduct;
import org.articlerecommender.embedding.TextVectors;
import org.articlerecommender.interest.Content;

/** How well documents fit a query, by words and by meaning together. */
@Singleton
class QueryFit {

    // as search weighs them
    private static final double WORDS_SHARE = 0.5;

    private final Documents documents;
    private final TextVectors texts;
    private final WordFit words;

    QueryFit(Documents documents, TextVectors texts, WordFit words) {
        this.documents = documents;
        this.texts = texts;
        this.words = words;
    }

    /**
     * A document that can be ranked.
     *
     * @param fit from 0 to 1, relative to the other documents of the request
     */
    record Fit(double fit, Content content) {}

    /** Each document by its key; those that are neither known nor have a text are absent. */
    Map<String, Fit> of(String query, List<Document> asked) {
        var contents = documents.contents(asked);
        var byWords = words.of(query, documents.texts(asked));
        var about = texts.of(query);
        var byMeaning = new HashMap<String, Double>();
        contents.forEach((key, content) -> byMeaning.put(key, (double) DotProduct.of(about, content.vector())));
        double most = byWords.isEmpty() ? 1 : Collections.max(byWords.values());
        double nearest = byMeaning.isEmpty() ? 1 : Collections.max(byMeaning.values());
        double farthest = byMeaning.isEmpty() ? 0 : Collections.min(byMeaning.values());
        var fits = new HashMap<String, Fit>();
        contents.forEach((key, content) -> {
            double near = nearest > farthest ? (byMeaning.get(key) - farthest) / (nearest - farthest) : 1;
            double fit = WORDS_SHARE * byWords.getOrDefault(key, 0.0) / most + (1 - WORDS_SHARE) * near;
            fits.put(key, new Fit(fit, content));
        });
        return fits;
    }
}
