package org.articlerecommender.ingestion;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.catalog.Source;
import org.articlerecommender.catalog.Told;

/** Takes in what a category's feed announces, and keeps the announcement itself for the ledger. */
@Singleton
class AnnouncementFeed {

    /** What one feed brought. */
    record Read(LocalDate day, int announced, int changed, int unreadable) {}

    private final ArxivClient arxiv;
    private final ArxivConfig config;
    private final AnnouncementTable table;
    private final Catalog catalog;
    private final Intake intake;
    private final Clock clock;

    AnnouncementFeed(
            ArxivClient arxiv,
            ArxivConfig config,
            AnnouncementTable table,
            Catalog catalog,
            Intake intake,
            Clock clock) {
        this.arxiv = arxiv;
        this.config = config;
        this.table = table;
        this.catalog = catalog;
        this.intake = intake;
        this.clock = clock;
    }

    /**
     * Reads the feed of a category or, for one like {@code cs.*}, of an archive. New versions of papers that the catalog
     * does not have are passed over.
     */
    Read read(String category) {
        var address = URI.create(config.rssUrl() + "/" + category.replace(".*", ""));
        var answer = arxiv.ask(ArxivClient.Service.FEED, address, FeedAnswer::parse);
        if (answer.day() == null) {
            return new Read(null, 0, 0, 0);
        }
        var stored = store(answer.items());
        table.keep(category, answer.day(), answer.items());
        return new Read(answer.day(), answer.items().size(), stored, answer.unreadable());
    }

    private int store(List<FeedItem> items) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var known = catalog.find(
                items.stream().map(FeedItem::sighting).map(Sighting::id).toList());
        var announced = new ArrayList<Article>();
        var others = new ArrayList<Article>();
        for (var item : items) {
            var before = known.get(item.sighting().id());
            if (before != null || item.kind().arrives()) {
                item.sighting()
                        .onto(before, today)
                        .ifPresent(item.kind() == FeedItem.Kind.NEW ? announced::add : others::add);
            }
        }
        int changed = intake.store(announced, new Told(Source.FEED, Told.Day.ANNOUNCED, false));
        changed += intake.store(others, Told.roughly(Source.FEED));
        intake.tryToEmbed(announced);
        intake.tryToEmbed(others);
        return changed;
    }

    /** The papers that a category's feed of the day announced as new in it; none when it was not read. */
    List<ArticleId> arrived(String category, LocalDate day) {
        return List.copyOf(table.arrived(category, day));
    }
}
