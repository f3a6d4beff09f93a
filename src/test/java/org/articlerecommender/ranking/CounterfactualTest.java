package org.articlerecommender.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.catalog.Invented;
import org.articlerecommender.embedding.Embedding;
import org.articlerecommender.events.Event;
import org.articlerecommender.events.EventLog;
import org.articlerecommender.events.EventType;
import org.articlerecommender.events.ReaderId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CounterfactualTest {

    private static final List<String> TITLES = List.of(
            "Ferries between islands in the dark season",
            "Timetables of ferries as graphs",
            "Rye bread and its crust",
            "Sourdough cultures kept for a century",
            "Graphs of rail timetables",
            "Crusts and crumbs of wheat bread",
            "Island ferries that run on batteries",
            "Stone bridges of the northern valleys");

    private final Ranker ranker;
    private final ModelRegistry models;
    private final InventedModels invented;
    private final Catalog catalog;
    private final Embedding embedding;
    private final EventLog log;
    private final Clock clock;

    private final ReaderId reader = new ReaderId("counterfactual-" + UUID.randomUUID());
    private final List<ArticleId> articles = new ArrayList<>();

    CounterfactualTest(
            Ranker ranker,
            ModelRegistry models,
            InventedModels invented,
            Catalog catalog,
            Embedding embedding,
            EventLog log,
            Clock clock) {
        this.ranker = ranker;
        this.models = models;
        this.invented = invented;
        this.catalog = catalog;
        this.embedding = embedding;
        this.log = log;
        this.clock = clock;
    }

    @BeforeEach
    void aReaderOfFerriesAndBread() {
        var made = new ArrayList<Article>();
        for (int i = 0; i < TITLES.size(); i++) {
            made.add(Invented.ofToday("9906.3000" + i, TITLES.get(i), i % 2 == 0 ? "cs.CY" : "cs.DS"));
        }
        catalog.save(made);
        articles.addAll(made.stream().map(Article::id).toList());
        embedding.embedNow(articles);
        did(EventType.EXPAND, 0, 50);
        did(EventType.SAVE, 0, 49);
        did(EventType.CLICK, 1, 30);
        did(EventType.LIKE, 2, 3);
        log.record(List.of(
                new Event(UUID.randomUUID(), reader, EventType.SEARCH, null, null, "ferries", clock.instant())));
    }

    @AfterEach
    void leaveTheFallback() {
        invented.leaveTheFallback();
    }

    @Test
    void aTrainedModelOrdersWithoutAnArticleAsOnceItIsForgotten() {
        models.add(invented.ofAllFeatures("all-" + reader.value()));
        models.promote("all-" + reader.value(), "test");
        var before = ranker.rank(ranker.known(reader), articles);

        var supposed = ranker.rankWithout(reader, Set.of(articles.get(0)), articles);
        did(EventType.FORGET, 0, 0);
        var forgotten = ranker.rank(ranker.known(reader), articles);

        assertThat(before.model()).isEqualTo("all-" + reader.value());
        same(supposed, forgotten);
        assertThat(value(supposed, ServedFeatures.TITLE_SIMILARITY, 6))
                .isLessThan(value(before, ServedFeatures.TITLE_SIMILARITY, 6) - 0.01);
        assertThat(value(supposed, "reader_article:category_share", 6))
                .isNotEqualTo(value(before, "reader_article:category_share", 6));
    }

    @Test
    void theFallbackDoesToo() {
        var supposed = ranker.rankWithout(reader, Set.of(articles.get(0), articles.get(1)), articles);
        did(EventType.FORGET, 0, 0);
        did(EventType.FORGET, 1, 0);

        same(supposed, ranker.rank(ranker.known(reader), articles));
    }

    @Test
    void withoutAllThatTheReaderActedOnTheSearchIsLeft() {
        var supposed = ranker.rankWithout(reader, Set.copyOf(articles.subList(0, 3)), articles);

        assertThat(supposed.model()).isEqualTo("similarity");
        assertThat(value(supposed, ServedFeatures.TITLE_SIMILARITY, 6)).isZero();
        assertThat(value(supposed, ServedFeatures.QUERY_SIMILARITY, 6)).isPositive();
    }

    @Test
    void nothingIsKeptOfWhatWasOnlySupposed() {
        var before = ranker.rank(ranker.known(reader), articles);

        ranker.rankWithout(reader, Set.of(articles.get(0)), articles);

        same(before, ranker.rank(ranker.known(reader), articles));
    }

    /** Half-lives go on between the two. */
    private void same(Ranking one, Ranking other) {
        assertThat(one.model()).isEqualTo(other.model());
        assertThat(one.lines())
                .extracting(Ranking.Line::article)
                .isEqualTo(other.lines().stream().map(Ranking.Line::article).toList());
        for (int i = 0; i < one.lines().size(); i++) {
            assertThat(one.lines().get(i).score())
                    .isCloseTo(other.lines().get(i).score(), within(1e-5));
            assertThat(one.lines().get(i).features())
                    .usingComparatorWithPrecision(1e-4)
                    .containsExactly(other.lines().get(i).features());
        }
    }

    private double value(Ranking ranking, String feature, int article) {
        return ranking.lines().stream()
                .filter(line -> line.article().equals(articles.get(article)))
                .findFirst()
                .orElseThrow()
                .features()[ranking.featureNames().indexOf(feature)];
    }

    private void did(EventType type, int article, int daysAgo) {
        var at = clock.instant().minus(Duration.ofDays(daysAgo));
        log.record(List.of(new Event(UUID.randomUUID(), reader, type, articles.get(article), null, null, at)));
    }
}
