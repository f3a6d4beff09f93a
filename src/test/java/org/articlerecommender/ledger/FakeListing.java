package org.articlerecommender.ledger;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.catalog.Invented;
import org.articlerecommender.ingestion.Listing;

/** An arXiv with a few papers of one category and day, whose feed may have been read. */
class FakeListing implements Listing {

    static final LocalDate DAY = LocalDate.parse("2026-04-10");

    final Set<ArticleId> papers = new TreeSet<>();
    final Set<ArticleId> named = new TreeSet<>();
    int countedTooMany;
    int questions;
    RuntimeException away;
    private final Catalog catalog;

    FakeListing(Catalog catalog, String... papers) {
        this.catalog = catalog;
        for (var paper : papers) {
            this.papers.add(new ArticleId(paper));
        }
    }

    @Override
    public boolean asked() {
        return true;
    }

    @Override
    public List<LocalDate> announcementDays(LocalDate from, LocalDate to) {
        return List.of(DAY);
    }

    @Override
    public Set<ArticleId> announced(String category, LocalDate day) {
        return Set.copyOf(named);
    }

    @Override
    public Set<ArticleId> stored(String category, LocalDate day) {
        return new HashSet<>(catalog.facts(papers).keySet());
    }

    @Override
    public boolean holds(String category, LocalDate day, String expectedBy, int many) {
        return stored(category, day).size() >= many;
    }

    @Override
    public int count(String category, LocalDate day) {
        ask();
        return papers.size() + countedTooMany;
    }

    @Override
    public int fetch(String category, LocalDate day) {
        fetch(papers);
        return papers.size();
    }

    @Override
    public void fetch(Collection<ArticleId> ids) {
        ask();
        var has = new HashSet<>(ids);
        has.retainAll(papers);
        catalog.save(has.stream()
                .map(id -> Invented.article(id.value(), 1, "Lamp", "cs.LG", DAY))
                .toList());
    }

    private void ask() {
        questions++;
        if (away != null) {
            throw away;
        }
    }
}
