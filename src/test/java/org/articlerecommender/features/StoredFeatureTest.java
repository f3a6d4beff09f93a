package org.articlerecommender.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.articlerecommender.catalog.ArticleFacts;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.events.EventType;
import org.junit.jupiter.api.Test;

/** For each kind: what its YAML says, which events move it, and its value. */
class StoredFeatureTest {

    private static final Instant NOW = Instant.parse("2025-07-01T06:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Set<EventType> ACTIONS =
            Set.of(EventType.EXPAND, EventType.CLICK, EventType.SAVE, EventType.LIKE);
    private static final ArticleFacts GRAPHS = facts("2506.00001", "Graphs, and {more}", "cs.LG", "Ada Quill");
    private static final ArticleFacts ROBOTS = facts("2506.00002", "Robots", "cs.RO", "Rob Ot");

    private static ArticleFacts facts(String id, String title, String category, String author) {
        return new ArticleFacts(
                new ArticleId(id),
                title,
                List.of(author),
                List.of(category, "cs.AI"),
                category,
                LocalDate.parse("2025-06-28"));
    }

    private static Seen acted(EventType type, double daysAgo, ArticleFacts about, float... vector) {
        return new Seen(type, ago(daysAgo), about.id(), null, about, vector);
    }

    private static Seen searched(String query, double daysAgo, float... vector) {
        return new Seen(EventType.SEARCH, ago(daysAgo), null, query, null, vector);
    }

    private static Instant ago(double days) {
        return NOW.minusMillis((long) (days * 86_400_000));
    }

    private static Observation reader(Seen... seen) {
        return new Observation.OfReader(
                NOW,
                Stream.of(seen)
                        .sorted(Comparator.comparing(Seen::at).reversed())
                        .toList());
    }

    private static Observation.OfArticle.Tally times(long events) {
        return new Observation.OfArticle.Tally(events, 1, ago(1));
    }

    private static StoredFeature read(String entity, String yaml) {
        var part = YamlPart.parse("test.yaml", "{name: x, dtype: y, description: z, " + yaml + "}");
        return (StoredFeature) FeatureKind.definition(
                part, new Scope(Entity.valueOf(entity), Source.Kind.EVENTS, Dtype.FLOAT64, List.of()));
    }

    @Test
    void countReadsItsYaml() {
        assertThat(read("READER", "kind: count, event: click, window: 7d"))
                .isEqualTo(new StoredFeature.Count(EventType.CLICK, WEEK));
    }

    @Test
    void countIsMovedByItsEventWithinItsWindow() {
        var clicks = new StoredFeature.Count(EventType.CLICK, WEEK);

        assertThat(clicks.needs()).containsOnlyKeys(EventType.CLICK);
        assertThat(clicks.valueOf(reader(acted(EventType.EXPAND, 1, GRAPHS), acted(EventType.CLICK, 8, GRAPHS))))
                .isEqualTo(0L);
        assertThat(clicks.valueOf(reader(acted(EventType.CLICK, 7, GRAPHS), acted(EventType.CLICK, 1, GRAPHS))))
                .isEqualTo(2L);
    }

    @Test
    void countOfAnArticleIsWhatTheStoreCounted() {
        var counted = new Observation.OfArticle.Counted(EventType.CLICK, WEEK);

        assertThat(new StoredFeature.Count(EventType.CLICK, WEEK)
                        .valueOf(new Observation.OfArticle(NOW, "Graphs", Map.of(counted, times(3)))))
                .isEqualTo(3L);
    }

    @Test
    void rateReadsItsYaml() {
        assertThat(read("ARTICLE", "kind: rate, events: [click], per: impress, window: 7d, prior: 0.1, strength: 10"))
                .isEqualTo(new StoredFeature.Rate(Set.of(EventType.CLICK), EventType.IMPRESS, WEEK, 0.1, 10));
    }

    @Test
    void rateIsDrawnToThePriorWhileImpressionsAreFew() {
        var rate = new StoredFeature.Rate(Set.of(EventType.CLICK), EventType.IMPRESS, WEEK, 0.1, 10);
        var clicks = new Observation.OfArticle.Counted(EventType.CLICK, WEEK);
        var impressions = new Observation.OfArticle.Counted(EventType.IMPRESS, WEEK);

        assertThat(rate.needs()).containsOnlyKeys(EventType.CLICK, EventType.IMPRESS);
        assertThat(rate.valueOf(new Observation.OfArticle(NOW, null, Map.of()))).isEqualTo(0.1);
        assertThat((double) rate.valueOf(
                        new Observation.OfArticle(NOW, null, Map.of(clicks, times(4), impressions, times(10)))))
                .isEqualTo(0.25);
    }

    @Test
    void distinctReadsItsYaml() {
        assertThat(read("READER", "kind: distinct, events: [click, save], window: 7d"))
                .isEqualTo(new StoredFeature.Distinct(Set.of(EventType.CLICK, EventType.SAVE), WEEK));
    }

    @Test
    void distinctCountsAnArticleOnce() {
        var distinct = new StoredFeature.Distinct(ACTIONS, WEEK);

        assertThat(distinct.valueOf(reader(
                        acted(EventType.CLICK, 2, GRAPHS),
                        acted(EventType.EXPAND, 1, GRAPHS),
                        acted(EventType.IMPRESS, 1, ROBOTS))))
                .isEqualTo(1L);
    }

    @Test
    void whatIsTakenBackOrUnwantedIsNotActedOn() {
        var distinct = new StoredFeature.Distinct(ACTIONS, WEEK);

        assertThat(distinct.needs())
                .containsKeys(
                        EventType.UNLIKE, EventType.UNSAVE, EventType.DISLIKE, EventType.UNDISLIKE, EventType.HIDE);
        assertThat(distinct.valueOf(reader(acted(EventType.LIKE, 2, GRAPHS), acted(EventType.UNLIKE, 1, GRAPHS))))
                .isEqualTo(0L);
        assertThat(distinct.valueOf(reader(acted(EventType.UNLIKE, 2, GRAPHS), acted(EventType.LIKE, 1, GRAPHS))))
                .isEqualTo(1L);
        assertThat(distinct.valueOf(reader(acted(EventType.EXPAND, 2, GRAPHS), acted(EventType.DISLIKE, 1, GRAPHS))))
                .isEqualTo(0L);
        assertThat(distinct.valueOf(reader(
                        acted(EventType.EXPAND, 3, GRAPHS),
                        acted(EventType.HIDE, 2, GRAPHS),
                        acted(EventType.UNHIDE, 1, GRAPHS))))
                .isEqualTo(1L);
    }

    @Test
    void whatWasForgottenDoesNotCountUntilThatIsTakenBack() {
        var clicks = new StoredFeature.Count(EventType.CLICK, WEEK);
        var click = acted(EventType.CLICK, 4, GRAPHS);
        var other = acted(EventType.CLICK, 4, ROBOTS);
        var forgotten = acted(EventType.FORGET, 3, GRAPHS);

        assertThat(clicks.valueOf(reader(click, other, forgotten))).isEqualTo(1L);
        assertThat(clicks.valueOf(reader(click, other, forgotten, acted(EventType.CLICK, 2, GRAPHS))))
                .isEqualTo(2L);
        assertThat(clicks.valueOf(reader(click, forgotten, acted(EventType.UNFORGET, 2, GRAPHS))))
                .isEqualTo(1L);
        assertThat(clicks.valueOf(reader(click, forgotten, acted(EventType.UNFORGET, 5, GRAPHS))))
                .isEqualTo(0L);
    }

    @Test
    void queriesReadsItsYaml() {
        assertThat(read("READER", "kind: queries, window: 7d")).isEqualTo(new StoredFeature.Queries(WEEK));
    }

    @Test
    void m6_queriesAreJoinedInOneOrderNewestFirst() {
        var queries = new StoredFeature.Queries(WEEK);

        assertThat(queries.needs()).containsOnlyKeys(EventType.SEARCH);
        assertThat(queries.valueOf(
                        reader(searched("old", 8), searched("llm", 3), searched("quantum {x}", 2), searched("llm", 1))))
                .isEqualTo("llm,quantum {x}");
        assertThat(queries.valueOf(reader())).isNull();
    }

    @Test
    void titlesReadsItsYaml() {
        assertThat(read("READER", "kind: titles, events: [click], window: 7d"))
                .isEqualTo(new StoredFeature.Titles(Set.of(EventType.CLICK), WEEK));
    }

    @Test
    void b10_titlesLeaveImpressionsOut() {
        var titles = new StoredFeature.Titles(ACTIONS, WEEK);

        assertThat(titles.valueOf(reader(
                        acted(EventType.IMPRESS, 1, ROBOTS),
                        acted(EventType.CLICK, 2, GRAPHS),
                        acted(EventType.EXPAND, 3, GRAPHS))))
                .isEqualTo("Graphs, and {more}");
        assertThat(titles.valueOf(
                        reader(new Seen(EventType.CLICK, ago(1), new ArticleId("2506.00009"), null, null, null))))
                .isNull();
    }

    @Test
    void meanEmbeddingReadsItsYaml() {
        assertThat(read("READER", "kind: mean_embedding, of: articles, events: [click], window: 7d, half_life: 36h"))
                .isEqualTo(new StoredFeature.MeanEmbedding(false, Set.of(EventType.CLICK), WEEK, Duration.ofHours(36)));
    }

    @Test
    void meanEmbeddingIsMovedByWhatItIsOf() {
        var ofQueries = new StoredFeature.MeanEmbedding(true, Set.of(EventType.SEARCH), WEEK, WEEK);

        assertThat(ofQueries.valueOf(reader(acted(EventType.CLICK, 1, GRAPHS, 1, 0))))
                .isNull();
        assertThat((float[]) ofQueries.valueOf(reader(searched("x", 1, 0, 1)))).containsExactly(0, 1);
    }

    @Test
    void meanEmbeddingCountsHalfWhatIsAHalfLifeOld() {
        var mean = new StoredFeature.MeanEmbedding(false, ACTIONS, Duration.ofDays(90), Duration.ofDays(10));

        var direction = (float[])
                mean.valueOf(reader(acted(EventType.CLICK, 0, GRAPHS, 1, 0), acted(EventType.LIKE, 10, ROBOTS, 0, 1)));

        assertThat(direction[1] / direction[0]).isCloseTo(0.5f, within(1e-6f));
        assertThat(direction[0] * direction[0] + direction[1] * direction[1]).isCloseTo(1, within(1e-6f));
    }

    @Test
    void sharesReadsItsYaml() {
        assertThat(read("READER", "kind: shares, of: authors, events: [click], window: 7d, half_life: 1d"))
                .isEqualTo(new StoredFeature.Shares(true, Set.of(EventType.CLICK), WEEK, Duration.ofDays(1)));
    }

    @Test
    void sharesAreOfTheArticlesActedOn() {
        var both = reader(acted(EventType.CLICK, 0, GRAPHS), acted(EventType.CLICK, 10, ROBOTS));
        var halfLife = Duration.ofDays(10);
        var window = Duration.ofDays(90);

        assertThat(new StoredFeature.Shares(false, ACTIONS, window, halfLife).valueOf(both))
                .isEqualTo(Map.of("cs.AI", 1.0, "cs.LG", 1 / 1.5, "cs.RO", 0.5 / 1.5));
        assertThat(new StoredFeature.Shares(true, ACTIONS, window, halfLife).valueOf(both))
                .isEqualTo(Map.of("Ada Quill", 1 / 1.5, "Rob Ot", 0.5 / 1.5));
        assertThat(new StoredFeature.Shares(false, Set.of(EventType.SAVE), window, halfLife).valueOf(both))
                .isNull();
    }

    @Test
    void titleReadsItsYamlAndIsTheArticlesOwn() {
        var title = read("ARTICLE", "kind: title");

        assertThat(title.needs()).isEmpty();
        assertThat(title.valueOf(new Observation.OfArticle(NOW, "Graphs", Map.of())))
                .isEqualTo("Graphs");
        assertThat(title.valueOf(new Observation.OfArticle(NOW, null, Map.of())))
                .isNull();
    }
}
