package org.articlerecommender.features;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.articlerecommender.embedding.DotProduct;

/** A feature of a reader and an article, computed when they meet. */
sealed interface PairFeature extends FeatureDefinition {

    /** For this reader at this moment: the value for an article, not a number when there is none. */
    ToDoubleFunction<ArticleSide> about(ReaderSide reader, Instant at);

    /** The stored feature of the reader that it is computed from; null when there is none. */
    default FeatureName of() {
        return null;
    }

    /** The type that feature must have. */
    default Dtype ofDtype() {
        return null;
    }

    @Override
    default Dtype dtype() {
        return Dtype.FLOAT64;
    }

    /** The cosine of a stored vector of the reader and the vector of the article. */
    record Similarity(FeatureName of) implements PairFeature {
        @Override
        public ToDoubleFunction<ArticleSide> about(ReaderSide reader, Instant at) {
            return reader.value(of) instanceof float[] interest
                    ? article -> article.vector() == null ? Double.NaN : DotProduct.of(interest, article.vector())
                    : article -> Double.NaN;
        }

        @Override
        public Dtype ofDtype() {
            return Dtype.EMBEDDING;
        }
    }

    /** The highest of the reader's stored weights among the categories or authors of the article. */
    record Overlap(FeatureName of, boolean ofAuthors) implements PairFeature {
        @Override
        public ToDoubleFunction<ArticleSide> about(ReaderSide reader, Instant at) {
            if (reader.value(of) instanceof Map<?, ?> weights) {
                // looked up for thousands of articles
                var hashed = new HashMap<Object, Object>(weights);
                return article -> article.facts() == null ? Double.NaN : highest(hashed, article);
            }
            return article -> Double.NaN;
        }

        @Override
        public Dtype ofDtype() {
            return Dtype.WEIGHTS;
        }

        private double highest(Map<?, ?> weights, ArticleSide article) {
            double highest = 0;
            for (var name :
                    ofAuthors ? article.facts().authors() : article.facts().categories()) {
                if (weights.get(name) instanceof Double weight) {
                    highest = Math.max(highest, weight);
                }
            }
            return highest;
        }
    }

    /** Days since the article was announced, never negative. */
    record Age() implements PairFeature {

        private static final double DAY = 86_400_000;

        @Override
        public ToDoubleFunction<ArticleSide> about(ReaderSide reader, Instant at) {
            double today = at.toEpochMilli() / DAY;
            return article -> article.facts() == null
                    ? Double.NaN
                    : Math.max(0, today - article.facts().announced().toEpochDay());
        }
    }
}
