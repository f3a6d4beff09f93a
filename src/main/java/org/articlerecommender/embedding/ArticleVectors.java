package org.articlerecommender.embedding;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.embedding.ArticleRows.Row;
import org.articlerecommender.embedding.VectorTable.Link;
import org.articlerecommender.platform.StoreUnavailable;

/**
 * The vector of every article that has one, in memory.
 *
 * <p>It fills in the background after the start, newest announcements first, and then follows the store within seconds:
 * what this process embeds is here at once. All answers come from memory, with or without PostgreSQL, and are vectors of
 * the model that {@link Embedder#model()} names. The vectors handed out are shared and must not be modified.
 */
@ApplicationScoped
public class ArticleVectors {

    private static final int AT_ONCE = 1000;
    // Longer than any transaction that stores vectors: one that began earlier may become visible later
    private static final int LOOK_BACK_SECONDS = 120;

    private final VectorTable table;
    private final ServingEmbedder embedder;
    private volatile ArticleRows rows = new ArticleRows("");
    private OffsetDateTime seen;
    private boolean failing;

    ArticleVectors(VectorTable table, ServingEmbedder embedder) {
        this.table = table;
        this.embedder = embedder;
    }

    /** The vector of an article; empty while it has none. */
    public Optional<float[]> of(ArticleId id) {
        return Optional.ofNullable(rows.get(id)).map(Row::vector);
    }

    /** The vectors of those of the articles that have one. */
    public Map<ArticleId, float[]> of(Collection<ArticleId> ids) {
        var now = rows;
        var found = new HashMap<ArticleId, float[]>(ids.size() * 2);
        for (var id : ids) {
            var row = now.get(id);
            if (row != null) {
                found.put(id, row.vector());
            }
        }
        return found;
    }

    /** The articles nearest to a vector of the model that serves, nearest first. */
    public List<Neighbour> nearest(float[] query, int count) {
        return nearest(query, count, null, null, article -> true);
    }

    /**
     * The nearest of the articles that were announced on these days and are wanted, nearest first.
     *
     * @param from the first announcement day, null for no limit
     * @param to the last announcement day, null for no limit
     */
    public List<Neighbour> nearest(
            float[] query, int count, LocalDate from, LocalDate to, Predicate<ArticleId> wanted) {
        return rows.nearest(
                query,
                count,
                from == null ? Long.MIN_VALUE : from.toEpochDay(),
                to == null ? Long.MAX_VALUE : to.toEpochDay(),
                wanted);
    }

    /** The articles most like this one, itself left out; none when it has no vector. */
    public List<Neighbour> similar(ArticleId id, int count) {
        var now = rows;
        var row = now.get(id);
        return row == null
                ? List.of()
                : now.nearest(row.vector(), count, Long.MIN_VALUE, Long.MAX_VALUE, other -> !other.equals(id));
    }

    /** The newest articles announced before that day, newest first and within a day by id, each with its vector. */
    public Map<ArticleId, float[]> announcedBefore(LocalDate day, int count) {
        var found = new LinkedHashMap<ArticleId, float[]>();
        rows.before(day.toEpochDay(), count).forEach(row -> found.put(row.article(), row.vector()));
        return found;
    }

    /** How many articles have a vector here. */
    public int size() {
        return rows.size();
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
            if (embedder.takeOverIsDue()) {
                var next = new ArticleRows(embedder.configured().model());
                var at = table.now();
                fill(next, table.links(next.model()));
                embedder.takeOver();
                rows = next;
                seen = at;
            } else if (seen == null || !rows.model().equals(embedder.model())) {
                var at = table.now();
                rows = new ArticleRows(embedder.model());
                fill(rows, table.links(rows.model()));
                seen = at;
            } else {
                follow();
            }
        } catch (SQLException e) {
            throw new StoreUnavailable("reading the vectors of articles", e);
        }
    }

    /** Shows vectors that this process has just stored; those of a model that does not serve are passed over. */
    void put(String model, Collection<Row> made) {
        var now = rows;
        if (now.model().equals(model)) {
            now.put(made);
        }
    }

    private void follow() throws SQLException {
        var at = table.now();
        fill(rows, table.links(rows.model(), seen.minusSeconds(LOOK_BACK_SECONDS)));
        if (table.countLinks(rows.model()) != rows.size()) {
            var all = table.links(rows.model());
            fill(rows, all);
            rows.keepOnly(all.stream().map(Link::article).collect(Collectors.toSet()));
        }
        seen = at;
    }

    private void fill(ArticleRows into, List<Link> links) throws SQLException {
        for (int from = 0; from < links.size(); from += AT_ONCE) {
            fillPart(into, links.subList(from, Math.min(links.size(), from + AT_ONCE)));
        }
    }

    private void fillPart(ArticleRows into, List<Link> links) throws SQLException {
        var changed = new ArrayList<Row>();
        var unread = new ArrayList<Link>();
        for (var link : links) {
            var known = into.get(link.article());
            long day = link.announced().toEpochDay();
            if (known == null || !known.text().equals(link.text())) {
                unread.add(link);
            } else if (known.day() != day) {
                changed.add(new Row(link.article(), link.text(), day, known.vector()));
            }
        }
        if (!unread.isEmpty()) {
            var read = table.vectors(
                    into.model(), unread.stream().map(Link::text).distinct().toList());
            for (var link : unread) {
                changed.add(
                        new Row(link.article(), link.text(), link.announced().toEpochDay(), read.get(link.text())));
            }
        }
        if (!changed.isEmpty()) {
            into.put(changed);
        }
    }
}
