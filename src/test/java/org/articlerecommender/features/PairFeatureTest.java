package org.articlerecommender.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.articlerecommender.catalog.ArticleFacts;
import org.articlerecommender.catalog.ArticleId;
import org.junit.jupiter.api.Test;

class PairFeatureTest {

    private static final Instant NOW = Instant.parse("2025-07-01T12:00:00Z");
    private static final FeatureName VECTOR = new FeatureName("stats", "vector");
    private static final FeatureName WEIGHTS = new FeatureName("stats", "weights");
    private static final StoredSide READER = Map.<FeatureName, Object>of(
            VECTOR, new float[] {0.6f, 0.8f}, WEIGHTS, Map.of("cs.LG", 0.75, "Ada", 0.5))::get;
    private static final StoredSide NOBODY = of -> null;
    private static final ArticleSide ARTICLE = new ArticleSide(
            new ArticleFacts(
                    new ArticleId("2506.00001"),
                    "Graphs",
                    List.of("Bob", "Ada"),
                    List.of("cs.RO", "cs.LG"),
                    "cs.RO",
                    LocalDate.parse("2025-06-30")),
            new float[] {0, 1});
    private static final ArticleSide NOTHING_KNOWN = new ArticleSide(null, null);

    private static PairFeature read(String yaml) {
        var part = YamlPart.parse("test.yaml", "{name: x, dtype: y, description: z, " + yaml + "}");
        return (PairFeature) FeatureKind.definition(
                part, new Scope(Entity.READER_ARTICLE, Source.Kind.ON_DEMAND, Dtype.FLOAT64, List.of()));
    }

    private static double value(PairFeature feature, StoredSide reader, ArticleSide article) {
        return feature.about(reader, NOW).applyAsDouble(article);
    }

    @Test
    void eachReadsItsYaml() {
        assertThat(read("kind: similarity, of: 'stats:vector'")).isEqualTo(new PairFeature.Similarity(VECTOR));
        assertThat(read("kind: overlap, of: 'stats:weights', with: authors"))
                .isEqualTo(new PairFeature.Overlap(WEIGHTS, true));
        assertThat(read("kind: age")).isEqualTo(new PairFeature.Age());
    }

    @Test
    void m1_similarityIsTheDotProductOfReaderAndArticle() {
        assertThat(value(new PairFeature.Similarity(VECTOR), READER, ARTICLE)).isCloseTo(0.8, within(1e-6));
    }

    @Test
    void overlapIsTheHighestWeightThatTheArticleHas() {
        assertThat(value(new PairFeature.Overlap(WEIGHTS, false), READER, ARTICLE))
                .isEqualTo(0.75);
        assertThat(value(new PairFeature.Overlap(WEIGHTS, true), READER, ARTICLE))
                .isEqualTo(0.5);
    }

    @Test
    void ageIsInDaysAndNeverNegative() {
        assertThat(value(new PairFeature.Age(), NOBODY, ARTICLE)).isEqualTo(1.5);
        assertThat(new PairFeature.Age()
                        .about(NOBODY, Instant.parse("2025-06-01T00:00:00Z"))
                        .applyAsDouble(ARTICLE))
                .isZero();
    }

    @Test
    void anExpressionCombinesThePairWithWhatIsStoredOfBoth() {
        var clicks = new FeatureName("stats", "clicks");
        var expands = new FeatureName("article", "expands");
        var expression = (PairFeature.Expression)
                read("kind: expression, formula: 'stats:clicks * 10 + log1p(0) + article:expands'");
        var whole = expression.withDefaults(name -> name.equals(clicks) ? 2 : 3);
        var article = ARTICLE.with(Map.<FeatureName, Object>of(expands, 7L)::get);

        assertThat(whole.reads()).containsOnlyKeys(clicks, expands);
        assertThat(value(whole, Map.<FeatureName, Object>of(clicks, 5L)::get, article))
                .isEqualTo(57);
        assertThat(value(whole, NOBODY, article)).isEqualTo(27);
        assertThat(value(whole, NOBODY, ARTICLE)).isNaN();
    }

    @Test
    void withoutReaderOrArticleThereIsNoValue() {
        for (var feature : List.of(new PairFeature.Similarity(VECTOR), new PairFeature.Overlap(WEIGHTS, true))) {
            assertThat(value(feature, NOBODY, ARTICLE)).isNaN();
            assertThat(value(feature, READER, NOTHING_KNOWN)).isNaN();
        }
        assertThat(value(new PairFeature.Age(), READER, NOTHING_KNOWN)).isNaN();
    }
}
