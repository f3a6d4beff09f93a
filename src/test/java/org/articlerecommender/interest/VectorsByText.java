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

    /** @param summary null or blank for a title alone */
    record Text(String title, String summary) {

        private String whole() {
            return summary == null || summary.isBlank() ? title : title + "\n" + summary;
        }
    }

    Content content(String title, String summary) {
        return content(new Text(title, summary));
    }

    Content content(Text text) {
        var whole = text.whole();
        return known.computeIfAbsent(
                whole, same -> Content.of(embedder.embed(List.of(whole)).get(0), text.title(), text.summary()));
    }

    /** Makes many at once, which is faster. */
    void prepare(List<Text> texts) {
        var vectors = embedder.embed(texts.stream().map(Text::whole).toList());
        for (int i = 0; i < texts.size(); i++) {
            var text = texts.get(i);
            known.putIfAbsent(text.whole(), Content.of(vectors.get(i), text.title(), text.summary()));
        }
    }
}
