package org.articlerecommender.ledger;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.embedding.ArticleVectors;
import org.articlerecommender.ingestion.Listing;

/** Calls the roll of one category and day, and fetches who is absent. */
@Singleton
class RollCall {

    private static final int NAMED = 3;

    private final Listing arxiv;
    private final Catalog catalog;
    private final ArticleVectors vectors;
    private final Clock clock;

    RollCall(Listing arxiv, Catalog catalog, ArticleVectors vectors, Clock clock) {
        this.arxiv = arxiv;
        this.catalog = catalog;
        this.vectors = vectors;
        this.clock = clock;
    }

    /**
     * The day as it stands when what was missing has been fetched.
     *
     * @param before how it stood the last time, or null
     */
    LedgerDay call(String category, LocalDate day, LedgerDay before) {
        var named = arxiv.announced(category, day);
        return named.isEmpty() ? byCount(category, day, before) : byName(category, day, named, before);
    }

    private LedgerDay byName(String category, LocalDate day, Set<ArticleId> named, LedgerDay before) {
        var absent = absent(named);
        if (absent.isEmpty()) {
            return row(category, day, named.size(), "feed", named, 0, 0, null, before);
        }
        arxiv.fetch(absent);
        var still = absent(absent);
        var note = still.isEmpty()
                ? null
                : "arXiv's feed names %s%s, and its query API does not have %s"
                        .formatted(
                                still.stream()
                                        .limit(NAMED)
                                        .map(ArticleId::value)
                                        .collect(Collectors.joining(", ")),
                                still.size() > NAMED ? " and %d more".formatted(still.size() - NAMED) : "",
                                still.size() == 1 ? "it" : "them");
        var here = new HashSet<>(named);
        here.removeAll(still);
        return row(category, day, named.size(), "feed", here, still.size(), absent.size() - still.size(), note, before);
    }

    private LedgerDay byCount(String category, LocalDate day, LedgerDay before) {
        var here = arxiv.stored(category, day);
        int counted = arxiv.count(category, day);
        if (counted <= here.size()) {
            return row(category, day, counted, "api", here, 0, 0, null, before);
        }
        int listed = arxiv.fetch(category, day);
        var after = arxiv.stored(category, day);
        int lacking = Math.max(0, counted - Math.max(listed, after.size()));
        var note = lacking == 0 ? null : "arXiv counts %,d and lists %,d".formatted(counted, listed);
        return row(category, day, counted, "api", after, lacking, after.size() - here.size(), note, before);
    }

    private Set<ArticleId> absent(Collection<ArticleId> named) {
        var absent = new TreeSet<>(named);
        absent.removeAll(catalog.facts(named).keySet());
        return absent;
    }

    private LedgerDay row(
            String category,
            LocalDate day,
            int expected,
            String by,
            Set<ArticleId> here,
            int lacking,
            int fetched,
            String note,
            LedgerDay before) {
        var now = clock.instant();
        // more is here than counted when a paper was moved to another category since
        int stored = Math.min(here.size(), expected);
        boolean complete = stored + lacking >= expected;
        boolean wasShort = fetched > 0 || !complete || lacking > 0;
        return new LedgerDay(
                category,
                day,
                expected,
                by,
                now,
                stored,
                Math.min(stored, vectors.of(here).size()),
                lacking,
                fetched + (before == null ? 0 : before.fetched()),
                before != null && before.shortSince() != null ? before.shortSince() : wasShort ? now : null,
                !complete ? null : before != null && before.completeAt() != null ? before.completeAt() : now,
                note);
    }
}
