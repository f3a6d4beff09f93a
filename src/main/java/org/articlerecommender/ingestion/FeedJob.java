package org.articlerecommender.ingestion;

import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import org.articlerecommender.platform.Job;
import org.articlerecommender.platform.JobOutcome;
import org.articlerecommender.platform.Progress;

/** Reads the announcement feed of every category: what is new, cross-listed and replaced today. */
@Singleton
@Unremovable
class FeedJob implements Job {

    static final String NAME = "feed";

    private final AnnouncementFeed feed;
    private final Confirmation confirmation;
    private final ArxivConfig config;
    private final IngestionConfig ingestion;

    FeedJob(AnnouncementFeed feed, Confirmation confirmation, ArxivConfig config, IngestionConfig ingestion) {
        this.feed = feed;
        this.confirmation = confirmation;
        this.config = config;
        this.ingestion = ingestion;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String purpose() {
        return "Reads what arXiv's feeds announce today in %s.".formatted(String.join(", ", config.categories()));
    }

    @Override
    public JobOutcome run(Progress progress) {
        if (ingestion.sampleOnly()) {
            return JobOutcome.done("arXiv is not asked, as configured.");
        }
        int announced = 0;
        int changed = 0;
        int unreadable = 0;
        int done = 0;
        var failed = new ArrayList<String>();
        for (var category : config.categories()) {
            progress.at(done++, config.categories().size(), "the feed of " + category);
            try {
                var read = feed.read(category);
                announced += read.announced();
                changed += read.changed();
                unreadable += read.unreadable();
            } catch (ArxivUnavailable | ArxivRefused e) {
                failed.add(category + " (" + e.getMessage() + ")");
                if (Thread.currentThread().isInterrupted()) {
                    break;
                }
            }
        }
        if (failed.size() == config.categories().size()) {
            throw new ArxivUnavailable("No feed was read: " + failed.get(0));
        }
        int confirmed = confirmation.run(progress);
        var sentence = "%,d announcements read over %,d categories: %,d articles new or changed, %,d confirmed"
                .formatted(announced, config.categories().size() - failed.size(), changed, confirmed);
        if (unreadable > 0) {
            sentence += "; %,d items lack an id, a title or a kind".formatted(unreadable);
        }
        if (!failed.isEmpty()) {
            sentence += "; not read: " + String.join(", ", failed);
        }
        return new JobOutcome(unreadable > 0 || !failed.isEmpty(), sentence + ".");
    }
}
