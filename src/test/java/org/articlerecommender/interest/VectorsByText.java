package org.articlerecommender.interest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.articlerecommender.embedding.Embedder;

/** The contents of texts, each made once. */
final class VectorsByText {

    private final Embedder embedder;
    private final Map<Text, Content> known = new HashMap<>();

    VectorsByText(Embedder embedder) {
        this.embedder = embedder;
    }

    /**
     * @param summary null or blank for a title alone
     * @param authors none when they are not known
     */
    record Text(String title, String summary, List<String> authors) {

        Text(String title, String summary) {
            this(title, summary, List.of());
        }

        private Content with(float[] vector) {
            return Content.of(vector, title, summary, authors);
        }

        private String whole() {
            return summary == null || summary.isBlank() ? title : title + "\n" + summary;
        }
    }

    Content content(String title, String summary) {
        return content(new Text(title, summary));
    }

    Content content(Text text) {
        return known.computeIfAbsent(
                text, same -> text.with(embedder.embed(List.of(text.whole())).get(0)));
    }

    /** Makes many at once, which is faster. */
    void prepare(List<Text> texts) {
        var vectors = embedder.embed(texts.stream().map(Text::whole).toList());
        for (int i = 0; i < texts.size(); i++) {
            known.putIfAbsent(texts.get(i), texts.get(i).with(vectors.get(i)));
        }
    }
}
