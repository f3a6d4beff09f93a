package org.articlerecommender.interest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.articlerecommender.embedding.Embedder;

/** The contents of texts, each made once. */
final class VectorsByText {

    private final Embedder embedder;
    private final Map<String, Content> known = new HashMap<>();

    VectorsByText(Embedder embedder) {
        this.embedder = embedder;
    }

    Content content(String title, String summary) {
        var text = summary == null || summary.isBlank() ? title : title + "\n" + summary;
        return known.computeIfAbsent(
                text, same -> Content.of(embedder.embed(List.of(same)).get(0), title, summary));
    }

    /** Makes many at once, which is faster. */
    void prepare(List<String> titles) {
        var vectors = embedder.embed(titles);
        for (int i = 0; i < titles.size(); i++) {
            known.putIfAbsent(titles.get(i), Content.of(vectors.get(i), titles.get(i), null));
        }
    }
}
