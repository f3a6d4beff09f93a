package org.articlerecommender.ledger;

import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.articlerecommender.ingestion.ArxivConfig;
import org.articlerecommender.ingestion.ArxivRefused;
import org.articlerecommender.ingestion.ArxivUnavailable;
import org.articlerecommender.ingestion.Listing;
import org.articlerecommender.platform.Job;
import org.articlerecommender.platform.JobOutcome;
import org.articlerecommender.platform.Progress;

/** Calls the roll of every category and announcement day of the window, newest day first. */
@Singleton
@Unremovable
class Reconcile implements Job {

    // What is complete is not asked about again within the hour, so that a run cut off goes on where it was; after
    // three
    // days arXiv adds nothing to a day
    private static final Duration FRESH = Duration.ofHours(1);
    private static final int SETTLED_AFTER_DAYS = 3;

    private final RollCall roll;
    private final LedgerTable table;
    private final Listing arxiv;
    private final ArxivConfig config;
    private final Clock clock;

    Reconcile(RollCall roll, LedgerTable table, Listing arxiv, ArxivConfig config, Clock clock) {
        this.roll = roll;
        this.table = table;
        this.arxiv = arxiv;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "reconcile";
    }

    @Override
    public String purpose() {
        return "Counts what arXiv announced against what is here, and fetches what is missing.";
    }

    @Override
    public JobOutcome run(Progress progress) {
        if (!arxiv.asked()) {
            return JobOutcome.done("arXiv is not asked, as configured.");
        }
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var days = arxiv.announcementDays(today.minusDays(config.windowDays()), today);
        int total = days.size() * config.categories().size();
        var called = new ArrayList<LedgerDay>();
        int fetched = 0;
        int done = 0;
        for (var day : days) {
            for (var category : config.categories()) {
                progress.at(done++, total, "%s on %s".formatted(category, day));
                var before = table.find(category, day).orElse(null);
                if (settled(before)) {
                    called.add(before);
                    continue;
                }
                try {
                    var now = roll.call(category, day, before);
                    table.save(now);
                    called.add(now);
                    fetched += now.fetched() - (before == null ? 0 : before.fetched());
                } catch (ArxivUnavailable | ArxivRefused e) {
                    if (called.isEmpty()) {
                        throw e;
                    }
                    return outcome(
                            called,
                            fetched,
                            "%d of %d days are not counted yet: %s"
                                    .formatted(total - called.size(), total, e.getMessage()));
                }
            }
        }
        return outcome(called, fetched, null);
    }

    private boolean settled(LedgerDay before) {
        if (before == null || before.missing() > 0 || before.lacking() > 0) {
            return false;
        }
        var now = clock.instant();
        boolean fresh = before.countedAt().plus(FRESH).isAfter(now)
                && !before.countedAt().isAfter(now);
        var counted = LocalDate.ofInstant(before.countedAt(), ZoneOffset.UTC);
        boolean old = counted.isAfter(before.day().plusDays(SETTLED_AFTER_DAYS));
        return (fresh || old) && arxiv.holds(before.category(), before.day(), before.expectedBy(), before.stored());
    }

    private static JobOutcome outcome(List<LedgerDay> days, int fetched, String stopped) {
        long expected = days.stream().mapToLong(LedgerDay::expected).sum();
        long stored = days.stream().mapToLong(LedgerDay::stored).sum();
        long lacking = days.stream().mapToLong(LedgerDay::lacking).sum();
        long missing = days.stream().mapToLong(LedgerDay::missing).sum();
        var sentence = String.format(
                Locale.ROOT,
                "%,d of %,d announced articles are here, over %,d days and categories; %,d fetched now",
                stored,
                expected,
                days.size(),
                fetched);
        if (lacking > 0) {
            sentence += String.format(Locale.ROOT, "; %,d of them arXiv itself lacks", lacking);
        }
        if (missing > 0) {
            sentence += String.format(Locale.ROOT, "; %,d are still missing", missing);
        }
        if (stopped != null) {
            sentence += "; " + stopped;
        }
        return new JobOutcome(missing > 0 || stopped != null, sentence + ".");
    }
}
