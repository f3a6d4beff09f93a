package org.articlerecommender.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.events.EventType;
import org.articlerecommender.features.Observation.OfArticle.Counted;
import org.articlerecommender.features.Observation.OfArticle.Tally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** For each kind: what its YAML says, which events move it, and its value. */
class WindowFeatureTest {

    private static final Instant NOW = Instant.parse("2025-07-01T06:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);

    private static Seen seen(EventType type, double hoursAgo, String article, String query) {
        var at = NOW.minusMillis((long) (hoursAgo * 3_600_000));
        return new Seen(type, at, article == null ? null : new ArticleId(article), query, null, null);
    }

    private static Observation reader(Seen... newestFirst) {
        return new Observation.OfReader(NOW, List.of(newestFirst));
    }

    private static FeatureDefinition read(String yaml, Feature... before) {
        var part = YamlPart.parse("test.yaml", "{name: x, dtype: y, description: z, " + yaml + "}");
        return FeatureKind.definition(
                part, new Scope(Entity.READER, Source.Kind.EVENTS, Dtype.FLOAT64, List.of(before)));
    }

    @Test
    void ratioComparesCountsAndHasNoValueBeforeThereIsAnythingToCompareWith() {
        var ratio = (StoredFeature) read("kind: ratio, events: [click], per: [impress], window: 7d");

        assertThat(ratio).isEqualTo(new WindowFeature.Ratio(Set.of(EventType.CLICK), Set.of(EventType.IMPRESS), WEEK));
        assertThat(ratio.needs()).containsOnlyKeys(EventType.CLICK, EventType.IMPRESS);
        assertThat(ratio.valueOf(reader())).isNull();
        assertThat(ratio.valueOf(reader(
                        seen(EventType.CLICK, 1, "2506.00001", null),
                        seen(EventType.IMPRESS, 2, "2506.00001", null),
                        seen(EventType.IMPRESS, 3, "2506.00002", null))))
                .isEqualTo(0.5);
    }

    @Test
    void uniqueCountsEachArticleOfAReaderAndEachReaderOfAnArticleOnce() {
        var unique = (StoredFeature) read("kind: unique, event: expand, window: 7d");

        assertThat(unique.valueOf(reader(
                        seen(EventType.EXPAND, 1, "2506.00001", null),
                        seen(EventType.EXPAND, 2, "2506.00001", null),
                        seen(EventType.EXPAND, 200, "2506.00002", null))))
                .isEqualTo(1L);
        var tallies = Map.of(new Counted(EventType.EXPAND, WEEK), new Tally(9, 4, NOW));
        assertThat(unique.valueOf(new Observation.OfArticle(NOW, null, tallies)))
                .isEqualTo(4L);
        assertThat(unique.valueOf(new Observation.OfArticle(NOW, null, Map.of())))
                .isEqualTo(0L);
    }

    @Test
    void anyIsTrueOnceItHappenedInTheWindow() {
        var any = (StoredFeature) read("kind: any, events: [save, like], window: 7d");

        assertThat(any.dtype()).isEqualTo(Dtype.BOOL);
        assertThat(any.valueOf(reader(seen(EventType.SAVE, 169, "2506.00001", null))))
                .isEqualTo(false);
        assertThat(any.valueOf(reader(seen(EventType.LIKE, 167, "2506.00001", null))))
                .isEqualTo(true);
    }

    @Test
    void recencyIsTheHoursSinceTheNewest() {
        var recency = (StoredFeature) read("kind: recency, events: [click, save], window: 7d");

        assertThat(recency.valueOf(reader(seen(EventType.CLICK, 170, "2506.00001", null))))
                .isNull();
        assertThat((double) recency.valueOf(reader(
                        seen(EventType.SAVE, 1.5, "2506.00001", null), seen(EventType.CLICK, 4, "2506.00001", null))))
                .isCloseTo(1.5, within(1e-9));
        var tallies = Map.of(new Counted(EventType.CLICK, WEEK), new Tally(1, 1, NOW.minusSeconds(7200)));
        assertThat((double) recency.valueOf(new Observation.OfArticle(NOW, null, tallies)))
                .isEqualTo(2.0);
    }

    @Test
    void lastValueIsTheNewestQueryOrArticle() {
        var query = (StoredFeature) read("kind: last_value, of: queries, events: [search], window: 7d");
        var article = (StoredFeature) read("kind: last_value, of: articles, events: [click], window: 7d");
        var observed = reader(
                seen(EventType.SEARCH, 1, null, "new"),
                seen(EventType.CLICK, 2, "2506.00002", null),
                seen(EventType.SEARCH, 3, null, "old"));

        assertThat(query.valueOf(observed)).isEqualTo("new");
        assertThat(article.valueOf(observed)).isEqualTo("2506.00002");
        assertThat(query.valueOf(reader())).isNull();
    }

    @Test
    void lastValuesAreTheNewestArticlesThatWereNotRejected() {
        var last = (StoredFeature) read("kind: last_values, events: [save], window: 7d, most: 2");

        assertThat(last.valueOf(reader(
                        seen(EventType.HIDE, 1, "2506.00004", null),
                        seen(EventType.SAVE, 2, "2506.00004", null),
                        seen(EventType.SAVE, 3, "2506.00003", null),
                        seen(EventType.SAVE, 4, "2506.00002", null),
                        seen(EventType.SAVE, 5, "2506.00001", null))))
                .isEqualTo(List.of("2506.00003", "2506.00002"));
        assertThatThrownBy(() -> read("kind: last_values, events: [save], window: 7d, most: 0"))
                .hasMessageContaining("1 to 100");
    }

    @Test
    void expressionIsComputedFromFeaturesBeforeIt() {
        var clicks = feature("clicks", new StoredFeature.Count(EventType.CLICK, WEEK));
        var shown = feature("shown", new StoredFeature.Count(EventType.IMPRESS, WEEK));
        var expression = (StoredFeature) read("kind: expression, formula: (clicks + 1) / shown", clicks, shown);

        assertThat(expression.needs()).containsOnlyKeys(EventType.CLICK, EventType.IMPRESS);
        assertThat(expression.counted()).hasSize(2);
        assertThat(expression.valueOf(reader())).isNull();
        assertThat(expression.valueOf(reader(
                        seen(EventType.CLICK, 1, "2506.00001", null), seen(EventType.IMPRESS, 2, "2506.00001", null))))
                .isEqualTo(2.0);
        assertThatThrownBy(() -> read("kind: expression, formula: nothing + 1", clicks))
                .isInstanceOf(BadDefinition.class)
                .hasMessageContaining("\"nothing\" is not a number declared before it");
    }

    private static Feature feature(String name, StoredFeature definition) {
        return new Feature(
                name,
                definition.dtype(),
                0L,
                new About("it", null, List.of()),
                "meaning of " + name,
                "hash",
                Expectation.NONE,
                definition);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 + 2 * 3 | 7",
                "(1 + 2) * 3 | 9",
                "8 / 4 / 2 | 1",
                "-a + 10 | 8",
                "min(a, 1) + max(a, 1.5) | 3",
                "log1p(0) + abs(-a) | 2"
            })
    void formulasFollowArithmetic(String text, double expected) {
        assertThat(Formula.parse(text).value(2)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 + | is expected at",
                "(1 | \")\" is expected",
                "1 2 | is not expected at 3",
                "sqrt(4) | there is no function",
                "min(1) | \",\" is expected",
                "A + 1 | lower-case"
            })
    void formulasThatAreNoneSayWhere(String text, String complaint) {
        assertThatThrownBy(() -> Formula.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint);
    }
}
