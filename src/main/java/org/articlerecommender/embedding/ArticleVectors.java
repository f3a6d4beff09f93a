package org.articlerecommender.embedding;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.nearest.Hit;
import org.articlerecommender.nearest.Row;
import org.articlerecommender.nearest.Scope;
import org.articlerecommender.nearest.VectorIndex;
import org.articlerecommender.platform.StoreUnavailable;

/**
 * The vector of every article that has one, in memory.
 *
 * <p>It fills in the background after the start, newest announcements first, and then follows the store within seconds:
 * what this process embeds is here at once. All answers come from memory or
 * a file beside it, with or without PostgreSQL, and are vectors of
 * the model that {@link Embedder#model()} names. The vectors handed out are shared and must not be modified.
 */
@ApplicationScoped
public class ArticleVectors {

    /** What is served now. */
    private record Served(String model, VectorIndex index) {}

    private final IndexFill store;
    private final ServingEmbedder embedder;
    private final VectorFiles files;
    private volatile Served served = new Served("", VectorIndex.inMemory(1));
    private boolean failing;

    ArticleVectors(IndexFill store, ServingEmbedder embedder, VectorFiles files) {
        this.store = store;
        this.embedder = embedder;
        this.files = files;
    }

    @PreDestroy
    synchronized void close() {
        served.index().close();
    }

    /** The vector of an article; empty while it has none. */
    public Optional<float[]> of(ArticleId id) {
        return Optional.ofNullable(served.index().vector(id));
    }

    /** One vector per article, in the order given; null for an article that has none. */
    public List<float[]> inOrder(List<ArticleId> ids) {
        return served.index().vectors(ids);
    }

    /** The vectors of those of the articles that have one. */
    public Map<ArticleId, float[]> of(Collection<ArticleId> ids) {
        return vectors(ids, new HashMap<>(ids.size() * 2));
    }

    private Map<ArticleId, float[]> vectors(Collection<ArticleId> ids, Map<ArticleId, float[]> found) {
        var now = served.index();
        for (var id : ids) {
            var vector = now.vector(id);
            if (vector != null) {
                found.put(id, vector);
            }
        }
        return found;
    }

    /** The articles nearest to a vector of the model that serves, nearest first. */
    public List<Neighbour> nearest(float[] query, int count) {
        return nearest(query, count, null, null, null);
    }

    /**
     * The nearest of the articles that were announced on these days and are wanted, nearest first.
     *
     * @param from the first announcement day, null for no limit
     * @param to the last announcement day, null for no limit
     * @param wanted may be asked by several threads
     */
    public List<Neighbour> nearest(
            float[] query, int count, LocalDate from, LocalDate to, Predicate<ArticleId> wanted) {
        return nearest(query, count, from, to, Set.of(), wanted);
    }

    /**
     * The nearest of the articles that were announced on these days, have one of the categories and are wanted, nearest
     * first.
     *
     * @param from the first announcement day, null for no limit
     * @param to the last announcement day, null for no limit
     * @param categories none for no limit
     * @param wanted may be asked by several threads
     */
    public List<Neighbour> nearest(
            float[] query,
            int count,
            LocalDate from,
            LocalDate to,
            Set<String> categories,
            Predicate<ArticleId> wanted) {
        var scope = new Scope(
                from == null ? Long.MIN_VALUE : from.toEpochDay(),
                to == null ? Long.MAX_VALUE : to.toEpochDay(),
                categories,
                wanted);
        return neighbours(served.index().nearest(query, count, scope));
    }

    /**
     * How near each article is to the nearest of the vectors, in the order given, as far as its compressed form tells:
     * for choosing what to look at more closely. Negative infinity for an article that has no vector.
     */
    public float[] roughLikeness(List<float[]> queries, List<ArticleId> ids) {
        return served.index().roughLikeness(queries, ids);
    }

    /** The articles most like this one, itself left out; none when it has no vector. */
    public List<Neighbour> similar(ArticleId id, int count) {
        var now = served.index();
        var vector = now.vector(id);
        var others = new Scope(Long.MIN_VALUE, Long.MAX_VALUE, Set.of(), other -> !other.equals(id));
        return vector == null ? List.of() : neighbours(now.nearest(vector, count, others));
    }

    /** The newest articles announced before that day, newest first and within a day by id, each with its vector. */
    public Map<ArticleId, float[]> announcedBefore(LocalDate day, int count) {
        return vectors(served.index().before(day.toEpochDay(), count), new LinkedHashMap<>());
    }

    /**
     * The newest articles announced before that day that are first of all of one of these categories, of each category so
     * many; newest first and within a day by id, each with its vector.
     */
    public Map<ArticleId, float[]> announcedBefore(LocalDate day, Map<String, Integer> ofCategories) {
        return vectors(served.index().before(day.toEpochDay(), ofCategories), new LinkedHashMap<>());
    }

    /** How many of the articles are first of all of each category, of those that have a vector. */
    public Map<String, Integer> firstCategories(Collection<ArticleId> articles) {
        return served.index().firstCategories(articles);
    }

    /** How many articles have a vector here. */
    public int size() {
        return served.index().size();
    }

    @Scheduled(every = "${embedding.refresh-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void onSchedule() {
        try {
            refresh();
            failing = false;
        } catch (StoreUnavailable | ModelUnusable e) {
            if (!failing) {
                Log.warnf("The vectors of articles stay as they are: %s", e.getMessage());
            }
            failing = true;
        }
    }

    /** Takes over what the store has and this process has not. */
    synchronized void refresh() {
        try {
            try {
                takeOver();
            } catch (IOException e) {
                Log.warnf(
                        "The vectors of articles are kept in memory only, because their file cannot be written: %s",
                        e.getMessage());
                inMemory();
            }
        } catch (SQLException | IOException e) {
            throw new StoreUnavailable("reading the vectors of articles", e);
        }
    }

    private void takeOver() throws SQLException, IOException {
        if (embedder.takeOverIsDue()) {
            var model = embedder.configured();
            serve(filled(new Served(model.model(), files.open(model.model(), model.dimension()))), embedder::takeOver);
        } else if (!served.model().equals(embedder.model())) {
            // what the file has serves at once, while what the store has is compared with it
            var kept = new Served(embedder.model(), files.open(embedder.model(), embedder.dimension()));
            serve(kept, store::forget);
            store.follow(kept.model(), kept.index());
        } else {
            store.follow(served.model(), served.index());
        }
    }

    private void inMemory() throws SQLException, IOException {
        var model = embedder.serving();
        var next = new Served(model.model(), VectorIndex.inMemory(model.dimension()));
        serve(filled(next), () -> failing = false);
    }

    private void serve(Served next, Runnable before) {
        var former = served;
        before.run();
        served = next;
        former.index().close();
    }

    /** Shows vectors that this process has just stored; those of a model that does not serve are passed over. */
    void put(String model, Collection<Row> made) {
        var now = served;
        try {
            if (now.model().equals(model)) {
                now.index().put(made);
            }
        } catch (IOException e) {
            Log.debugf(e, "%d vectors are not shown before the next look at the store", made.size());
        }
    }

    private Served filled(Served next) throws SQLException, IOException {
        store.fill(next.model(), next.index());
        return next;
    }

    private static List<Neighbour> neighbours(List<Hit> hits) {
        return hits.stream()
                .map(hit -> new Neighbour(hit.article(), hit.similarity()))
                .toList();
    }
}
