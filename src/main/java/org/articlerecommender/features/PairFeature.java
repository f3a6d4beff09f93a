package org.articlerecommender.features;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.articlerecommender.embedding.DotProduct;

/** A feature of a reader and an article, computed when they meet. */
sealed interface PairFeature extends FeatureDefinition {

    /** For this reader at this moment: the value for an article, not a number when there is none. */
    ToDoubleFunction<ArticleSide> about(StoredSide reader, Instant at);

    /** The stored features that it is computed from, each with the type it must have; null stands for any number. */
    default Map<FeatureName, Dtype> reads() {
        return Map.of();
    }

    @Override
    default Dtype dtype() {
        return Dtype.FLOAT64;
    }

    /** The cosine of a stored vector of the reader and the vector of the article. */
    record Similarity(FeatureName of) implements PairFeature {
        @Override
        public ToDoubleFunction<ArticleSide> about(StoredSide reader, Instant at) {
            return reader.value(of) instanceof float[] interest
                    ? article -> article.vector() == null ? Double.NaN : DotProduct.of(interest, article.vector())
                    : article -> Double.NaN;
        }

        @Override
        public Map<FeatureName, Dtype> reads() {
            return Map.of(of, Dtype.EMBEDDING);
        }
    }

    /** The highest of the reader's stored weights among the categories or authors of the article. */
    record Overlap(FeatureName of, boolean ofAuthors) implements PairFeature {
        @Override
        public ToDoubleFunction<ArticleSide> about(StoredSide reader, Instant at) {
            if (reader.value(of) instanceof Map<?, ?> weights) {
                var known = new Weights(weights);
                return article -> article.facts() == null
                        ? Double.NaN
                        : known.highest(ofAuthors ? article.authors() : article.categories());
            }
            return article -> Double.NaN;
        }

        @Override
        public Map<FeatureName, Dtype> reads() {
            return Map.of(of, Dtype.WEIGHTS);
        }
    }

    /** Days since the article was announced, never negative. */
    record Age() implements PairFeature {

        private static final double DAY = 86_400_000;

        @Override
        public ToDoubleFunction<ArticleSide> about(StoredSide reader, Instant at) {
            double today = at.toEpochMilli() / DAY;
            return article -> article.facts() == null ? Double.NaN : Math.max(0, today - article.announced());
        }
    }

    /** A stored number of the reader or of the article as it is. */
    record Stored(FeatureName of) implements PairFeature {
        @Override
        public ToDoubleFunction<ArticleSide> about(StoredSide reader, Instant at) {
            return reader.value(of) instanceof Number number
                    ? article -> number.doubleValue()
                    : article ->
                            article.stored().value(of) instanceof Number number ? number.doubleValue() : Double.NaN;
        }

        @Override
        public Map<FeatureName, Dtype> reads() {
            var any = new HashMap<FeatureName, Dtype>();
            any.put(of, null);
            return any;
        }
    }

    /**
     * A formula over other features. What has no value counts as its default; there is no value when nothing has one or the
     * result is no number.
     *
     * @param operands in the order of the formula's names
     */
    record Expression(Formula formula, List<Operand> operands) implements PairFeature {

        /** One name of a formula. */
        record Operand(PairFeature feature, double byDefault) {}

        public Expression {
            operands = List.copyOf(operands);
        }

        @Override
        public ToDoubleFunction<ArticleSide> about(StoredSide reader, Instant at) {
            var parts = operands.stream()
                    .map(operand -> operand.feature().about(reader, at))
                    .toList();
            return article -> value(parts, article);
        }

        private double value(List<ToDoubleFunction<ArticleSide>> parts, ArticleSide article) {
            var values = new double[parts.size()];
            boolean known = false;
            for (int i = 0; i < values.length; i++) {
                values[i] = parts.get(i).applyAsDouble(article);
                known |= !Double.isNaN(values[i]);
                values[i] = Double.isNaN(values[i]) ? operands.get(i).byDefault() : values[i];
            }
            double result = formula.value(values);
            return known && Double.isFinite(result) ? result : Double.NaN;
        }

        @Override
        public Map<FeatureName, Dtype> reads() {
            var reads = new LinkedHashMap<FeatureName, Dtype>();
            operands.forEach(operand -> reads.putAll(operand.feature().reads()));
            return reads;
        }

        /** The same once the defaults of stored features are known. */
        Expression withDefaults(ToDoubleFunction<FeatureName> byDefault) {
            return new Expression(
                    formula,
                    operands.stream()
                            .map(operand -> operand.feature() instanceof Stored stored
                                    ? new Operand(stored, byDefault.applyAsDouble(stored.of()))
                                    : operand)
                            .toList());
        }
    }
}
