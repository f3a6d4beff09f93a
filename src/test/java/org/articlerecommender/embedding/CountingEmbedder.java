package org.articlerecommender.embedding;

import java.util.ArrayList;
import java.util.List;

/** Makes vectors from the first letters of a text, and remembers which texts it was given. */
final class CountingEmbedder implements Embedder {

    final List<String> embedded = new ArrayList<>();
    String model;

    CountingEmbedder(String model) {
        this.model = model;
    }

    @Override
    public String model() {
        return model;
    }

    @Override
    public int dimension() {
        return 3;
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        embedded.addAll(texts);
        return texts.stream().map(CountingEmbedder::vector).toList();
    }

    static float[] vector(String text) {
        var vector = new float[3];
        for (int i = 0; i < Math.min(text.length(), 20); i++) {
            vector[text.charAt(i) % 3] += 1;
        }
        float length = (float) Math.sqrt(DotProduct.of(vector, vector));
        for (int i = 0; i < 3 && length > 0; i++) {
            vector[i] /= length;
        }
        return vector;
    }
}
