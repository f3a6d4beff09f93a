package org.articlerecommender.ingestion;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.catalog.Submissions;

/** By the announcement feed as far as it was read, and by the query API. */
@ApplicationScoped
class ArxivListing implements Listing {

    private static final int AT_ONCE = 100;

    private final ArxivClient arxiv;
    private final AnnouncementTable announcements;
    private final Submissions submissions;
    private final Catalog catalog;
    private final Intake intake;
    private final ArxivConfig config;
    private final IngestionConfig ingestion;

    ArxivListing(
            ArxivClient arxiv,
            AnnouncementTable announcements,
            Submissions submissions,
            Catalog catalog,
            Intake intake,
            ArxivConfig config,
            IngestionConfig ingestion) {
        this.arxiv = arxiv;
        this.announcements = announcements;
        this.submissions = submissions;
        this.catalog = catalog;
        this.intake = intake;
        this.config = config;
        this.ingestion = ingestion;
    }

    @Override
    public boolean asked() {
        return !ingestion.sampleOnly();
    }

    @Override
    public List<LocalDate> announcementDays(LocalDate from, LocalDate to) {
        var days = new ArrayList<LocalDate>();
        for (var day = to; !day.isBefore(from); day = day.minusDays(1)) {
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                days.add(day);
            }
        }
        return days;
    }

    @Override
    public Set<ArticleId> announced(String category, LocalDate day) {
        return announcements.arrived(category, day);
    }

    @Override
    public Set<ArticleId> stored(String category, LocalDate day) {
        var list = AnnouncementDay.listOf(day);
        return submissions.between(category, list.from(), list.to());
    }

    @Override
    public boolean holds(String category, LocalDate day, String expectedBy, int many) {
        if (expectedBy.equals("feed")) {
            return catalog.facts(announced(category, day)).size() >= many;
        }
        // a feed that was read since knows better
        return announced(category, day).isEmpty() && stored(category, day).size() >= many;
    }

    @Override
    public int count(String category, LocalDate day) {
        return (int) arxiv.harvest(query(category, day), ArxivClient.Order.SUBMITTED, 0, 1)
                .total();
    }

    @Override
    public int fetch(String category, LocalDate day) {
        var listed = new HashSet<ArticleId>();
        var query = query(category, day);
        long total;
        int start = 0;
        do {
            var page = arxiv.harvest(query, ArxivClient.Order.SUBMITTED, start, config.pageSize());
            total = page.total();
            intake.store(page.articles());
            intake.tryToEmbed(page.articles());
            page.articles().forEach(article -> listed.add(article.id()));
            // an empty page stands for a whole one; what it hides is counted as missing, and asked for by the next run
            start += page.entries() == 0 ? config.pageSize() : page.entries();
        } while (start < total);
        return listed.size();
    }

    @Override
    public void fetch(Collection<ArticleId> ids) {
        var all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            var page = arxiv.byId(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
            intake.store(page.articles());
            intake.tryToEmbed(page.articles());
        }
    }

    private static String query(String category, LocalDate day) {
        return "cat:%s AND submittedDate:%s"
                .formatted(category, AnnouncementDay.listOf(day).range());
    }
}
