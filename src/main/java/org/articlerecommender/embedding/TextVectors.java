package org.articlerecommender.embedding;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.articlerecommender.platform.RecentlyUsed;

/** The vectors of titles and queries; those used last are remembered, within this process. */
@ApplicationScoped
public class TextVectors {

    private final Embedder embedder;
    private final Map<TextHash, float[]> remembered;
    private String model;

    TextVectors(Embedder embedder, EmbeddingConfig config) {
        this.embedder = embedder;
        this.remembered = new RecentlyUsed<>(config.cachedTexts());
    }

    /** One vector per text, in the order given; not to be modified. A text that occurs twice is embedded once. */
    public List<float[]> of(List<String> texts) {
        var hashes = texts.stream().map(TextHash::of).toList();
        var known = recall(hashes, embedder.model());
        var unknown = new LinkedHashMap<TextHash, String>();
        for (int i = 0; i < texts.size(); i++) {
            if (!known.containsKey(hashes.get(i))) {
                unknown.put(hashes.get(i), texts.get(i));
            }
        }
        if (!unknown.isEmpty()) {
            var model = embedder.model();
            var made = embedder.embed(List.copyOf(unknown.values()));
            int at = 0;
            for (var hash : unknown.keySet()) {
                known.put(hash, made.get(at++));
            }
            remember(known, model);
        }
        var vectors = new ArrayList<float[]>(texts.size());
        hashes.forEach(hash -> vectors.add(known.get(hash)));
        return vectors;
    }

    /** The vector of one text; not to be modified. */
    public float[] of(String text) {
        return of(List.of(text)).get(0);
    }

    private synchronized Map<TextHash, float[]> recall(List<TextHash> hashes, String now) {
        if (!now.equals(model)) {
            remembered.clear();
            model = now;
        }
        var known = new LinkedHashMap<TextHash, float[]>();
        for (var hash : hashes) {
            var vector = remembered.get(hash);
            if (vector != null) {
                known.put(hash, vector);
            }
        }
        return known;
    }

    private synchronized void remember(Map<TextHash, float[]> vectors, String of) {
        if (of.equals(model)) {
            remembered.putAll(vectors);
        }
    }
}
