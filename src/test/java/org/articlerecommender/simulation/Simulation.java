package org.articlerecommender.simulation;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.articlerecommender.Eventually;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.embedding.Embedder;
import org.articlerecommender.embedding.Embedding;
import org.articlerecommender.events.Event;
import org.articlerecommender.events.EventLog;
import org.articlerecommender.events.Rankings;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.events.ShownRanking;
import org.articlerecommender.platform.JobRun;
import org.articlerecommender.platform.Jobs;
import org.articlerecommender.recommend.Recommendations;
import org.junit.jupiter.api.Test;

/** Runs the loop with readers of known tastes: lists, answers, aggregation, training and promotion, a day after the other. */
@QuarkusTest
@TestProfile(Simulation.Moved.class)
class Simulation {

    /** With a clock that the simulation moves. */
    public static class Moved implements QuarkusTestProfile {

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(MovableClock.class);
        }
    }

    private static final int DAYS = Integer.getInteger("simulation.days", 30);
    private static final int READERS = Integer.getInteger("simulation.readers", 30);
    private static final long SEED = Long.getLong("simulation.seed", 1);
    private static final Path CORPUS = Path.of(System.getProperty("simulation.corpus", "data/sample/articles.ndjson"));
    private static final boolean BY_CHANCE = Boolean.getBoolean("simulation.chance");
    private static final double COMES = 0.7;
    private static final int LENGTH = 10;
    private static final int WINDOW_DAYS = 10;

    private final Parts parts;
    private final MovableClock clock;
    private final Orders orders;
    private final Random random = new Random(SEED);
    private final Map<ArticleId, SimulatedArticle> articles = new LinkedHashMap<>();
    private final Map<ReaderId, Set<ArticleId>> dealtWith = new LinkedHashMap<>();
    private final Rewards rewards = new Rewards();

    /** The application's. */
    @Singleton
    record Parts(
            Catalog catalog,
            Embedding embedding,
            Embedder embedder,
            Recommendations recommendations,
            Rankings rankings,
            EventLog log,
            Jobs jobs) {}

    Simulation(Parts parts, MovableClock clock, Orders orders) {
        this.parts = parts;
        this.clock = clock;
        this.orders = orders;
    }

    @Test
    void theLoopDayByDay() throws IOException {
        var corpus = new SimulatedCorpus(CORPUS, DAYS, random);
        var first = LocalDate.now(ZoneOffset.UTC).minusDays(DAYS);
        for (int day = 0; day < DAYS; day++) {
            know(corpus.announced(day, first.plusDays(day)));
        }
        var readers = IntStream.range(0, READERS).mapToObj(this::reader).toList();
        for (int day = 0; day < DAYS; day++) {
            var today = first.plusDays(day);
            clock.moveTo(today.atTime(8, 0).toInstant(ZoneOffset.UTC));
            rewards.nextDay();
            announce(corpus.announced(day, today));
            for (var reader : readers) {
                clock.move(Duration.ofMinutes(2));
                if (random.nextDouble() < COMES) {
                    visit(reader, today);
                }
            }
            night(day + 1);
        }
        for (int third = 0; third < 3; third++) {
            int from = third * DAYS / 3;
            int to = (third + 1) * DAYS / 3;
            rewards.print("days %d to %d".formatted(from + 1, to), from, to, Orders.FALLBACK);
        }
    }

    private void know(List<Article> announced) {
        var vectors =
                parts.embedder().embed(announced.stream().map(Article::text).toList());
        for (int i = 0; i < vectors.size(); i++) {
            var article = announced.get(i);
            articles.put(
                    article.id(),
                    new SimulatedArticle(article.id(), article.announced(), vectors.get(i), random.nextGaussian()));
        }
    }

    /** A reader who is interested in what one or two of the articles are about or, by chance, in nothing. */
    private SimulatedReader reader(int number) {
        var all = List.copyOf(articles.values());
        var interests = IntStream.range(0, BY_CHANCE ? 0 : 1 + random.nextInt(2))
                .mapToObj(i -> all.get(random.nextInt(all.size())).vector())
                .toList();
        return new SimulatedReader(new ReaderId("simulated-" + number), interests);
    }

    private void announce(List<Article> announced) {
        parts.catalog().save(announced);
        parts.embedding().embedNow(announced.stream().map(Article::id).toList());
        var newest = announced.get(0).announced();
        var window = candidates(newest, Set.of());
        // the window of candidates is read anew beside the lists that ask for it
        Eventually.holds(
                "the day's articles can be recommended",
                Duration.ofSeconds(20),
                () -> parts.recommendations()
                                .of(new ReaderId("visitor-" + UUID.randomUUID()), LENGTH)
                                .ranking()
                                .candidates()
                        >= window.size());
    }

    private List<ArticleId> candidates(LocalDate today, Set<ArticleId> without) {
        return articles.values().stream()
                .filter(one -> !one.announced().isAfter(today)
                        && one.announced().isAfter(today.minusDays(WINDOW_DAYS))
                        && !without.contains(one.id()))
                .map(SimulatedArticle::id)
                .toList();
    }

    private void visit(SimulatedReader reader, LocalDate today) {
        var seen = dealtWith.computeIfAbsent(reader.id(), same -> new HashSet<>());
        var worth = new HashMap<ArticleId, Double>();
        var left = candidates(today, seen);
        left.forEach(id -> worth.put(id, reader.worth(articles.get(id), today)));
        orders.of(reader.id(), left, worth).forEach((name, order) -> rewards.add(name, worth(order, worth)));
        var made = parts.recommendations().of(reader.id(), LENGTH).ranking();
        var lines = made.items();
        rewards.add(
                "as it was served",
                worth(lines.stream().map(ShownRanking.Item::article).toList(), worth));
        parts.rankings().rendered(made, 1, lines.size(), clock.instant());
        var events = new ArrayList<Event>();
        for (var line : lines) {
            for (var type : reader.reactions(articles.get(line.article()), line.position(), today, random)) {
                events.add(new Event(
                        UUID.randomUUID(), reader.id(), type, line.article(), made.id(), null, clock.instant()));
                seen.add(line.article());
            }
        }
        parts.log().record(events);
    }

    /** What the first lines are worth to a reader who looks at them as readers do. */
    private static double worth(List<ArticleId> order, Map<ArticleId, Double> worth) {
        return IntStream.range(0, Math.min(LENGTH, order.size()))
                .mapToDouble(i -> SimulatedReader.looksAt(i + 1) * worth.getOrDefault(order.get(i), 0.0))
                .sum();
    }

    private void night(int day) {
        clock.move(Duration.ofHours(18));
        parts.jobs().runNow("aggregate", JobRun.Trigger.HAND);
        parts.jobs()
                .runNow("train", JobRun.Trigger.HAND)
                .ifPresent(run -> System.out.printf("SIMULATION after day %d: %s%n", day, run.sentence()));
        parts.jobs()
                .runNow("watch", JobRun.Trigger.HAND)
                .filter(run -> !run.sentence().contains("no model to watch"))
                .ifPresent(run -> System.out.printf("SIMULATION after day %d: %s%n", day, run.sentence()));
    }
}
