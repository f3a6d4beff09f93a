package org.articlerecommender.embedding;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.articlerecommender.embedding.LinkTable.Link;
import org.articlerecommender.nearest.Row;
import org.articlerecommender.nearest.VectorIndex;

/** Brings an index to what the store has, and reads no vector that is in it already. For one thread at a time. */
@Singleton
class IndexFill {

    // Longer than any transaction that stores vectors: one that began earlier may become visible later
    private static final int LOOK_BACK_SECONDS = 120;
    // Half of how long the store knows what was removed
    private static final Duration LONG_AGO = Duration.ofHours(12);

    private final LinkTable links;
    private final VectorTable vectors;
    private OffsetDateTime seen;

    IndexFill(LinkTable links, VectorTable vectors) {
        this.links = links;
        this.vectors = vectors;
    }

    /** Another index comes next: what the former one has seen says nothing about it. */
    void forget() {
        seen = null;
    }

    /** Takes over what changed since the last time; all that there is when that is long ago. */
    void follow(String model, VectorIndex index) throws SQLException, IOException {
        var at = links.now();
        if (seen == null || Duration.between(seen, at).compareTo(LONG_AGO) > 0) {
            fill(model, index);
        } else {
            var since = seen.minusSeconds(LOOK_BACK_SECONDS);
            index.remove(links.removed(model, since));
            links.links(model, since, part -> put(model, index, part));
            seen = at;
        }
    }

    /** Takes over all that there is, and removes everything else. */
    void fill(String model, VectorIndex index) throws SQLException, IOException {
        var at = links.now();
        var sweep = index.sweep();
        links.links(model, part -> {
            part.forEach(link -> sweep.keep(link.article()));
            put(model, index, part);
        });
        sweep.finish();
        seen = at;
    }

    private void put(String model, VectorIndex index, List<Link> part) throws SQLException, IOException {
        var unread = new ArrayList<Link>();
        for (var link : part) {
            if (index.hasText(link.article(), link.text().bytes())) {
                index.retag(link.article(), link.announced().toEpochDay(), link.categories());
            } else {
                unread.add(link);
            }
        }
        if (unread.isEmpty()) {
            return;
        }
        var read = vectors.vectors(
                model, unread.stream().map(Link::text).distinct().toList());
        index.put(unread.stream()
                .map(link -> new Row(
                        link.article(),
                        link.text().bytes(),
                        link.announced().toEpochDay(),
                        link.categories(),
                        read.get(link.text())))
                .toList());
    }
}
