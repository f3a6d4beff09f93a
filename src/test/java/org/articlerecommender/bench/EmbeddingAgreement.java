package org.articlerecommender.bench;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.articlerecommender.embedding.DotProduct;
import org.articlerecommender.embedding.Embedder;

/** How alike the vectors of two models are, over the same articles. */
class EmbeddingAgreement {

    private static final int NEAREST = 10;

    private final List<float[]> one;
    private final List<float[]> other;

    EmbeddingAgreement(Embedder one, Embedder other, List<String> texts) {
        this.one = one.embed(texts);
        this.other = other.embed(texts);
    }

    /** Of each text. */
    Sample cosines() {
        return new Sample(IntStream.range(0, one.size())
                .mapToDouble(i -> DotProduct.of(one.get(i), other.get(i)))
                .toArray());
    }

    /** The share of the ten nearest that both models name, of each text. */
    Sample overlaps() {
        return new Sample(IntStream.range(0, one.size())
                .mapToDouble(i -> {
                    var common = new HashSet<>(nearest(one, i));
                    common.retainAll(nearest(other, i));
                    return (double) common.size() / NEAREST;
                })
                .toArray());
    }

    private static List<Integer> nearest(List<float[]> vectors, int to) {
        var likeness = new float[vectors.size()];
        for (int i = 0; i < likeness.length; i++) {
            likeness[i] = i == to ? -1 : DotProduct.of(vectors.get(to), vectors.get(i));
        }
        return IntStream.range(0, likeness.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -likeness[i]))
                .limit(NEAREST)
                .toList();
    }
}
