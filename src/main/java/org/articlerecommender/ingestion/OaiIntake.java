package org.articlerecommender.ingestion;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.catalog.Source;
import org.articlerecommender.catalog.Told;

/** Brings OAI-PMH records together with what the catalog has. */
@Singleton
class OaiIntake {

    private final Catalog catalog;
    private final Intake intake;
    private final ArxivConfig config;
    private final Clock clock;

    OaiIntake(Catalog catalog, Intake intake, ArxivConfig config, Clock clock) {
        this.catalog = catalog;
        this.intake = intake;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Stores what is new or changed: known papers of any age, unknown ones of the window. A paper that arXiv has removed
     * stays, as withdrawn.
     *
     * @return how many articles are new or changed
     */
    int store(List<OaiRecord> records, Source format) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var oldest = today.minusDays(config.windowDays() + Slice.SUBMITTED_BEFORE_ANNOUNCED);
        var known = catalog.find(records.stream().map(OaiRecord::id).distinct().toList());
        var told = new ArrayList<Article>();
        var removed = new ArrayList<Article>();
        for (var record : records) {
            var before = known.get(record.id());
            if (record.removed()) {
                if (before != null && !before.withdrawn()) {
                    removed.add(before.takenBack());
                }
            } else if (before != null || !record.sighting().created().isBefore(oldest)) {
                record.sighting()
                        .onto(before, today)
                        .filter(one -> !one.equals(before))
                        .ifPresent(told::add);
            }
        }
        int changed = intake.store(told, Told.roughly(format)) + intake.store(removed, Told.exactly(format));
        intake.tryToEmbed(told);
        return changed;
    }
}
