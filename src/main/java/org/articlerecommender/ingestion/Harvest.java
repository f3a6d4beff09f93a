package org.articlerecommender.ingestion;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.platform.Job;
import org.articlerecommender.platform.JobOutcome;
import org.articlerecommender.platform.Progress;

/**
 * Takes in what arXiv announced in the window, newest first, and looks again at what it took in before.
 *
 * <p>Every page is stored before the next is asked for, and a harvest after one that did not end goes on where that one
 * was.
 */
@ApplicationScoped
@Unremovable
class Harvest implements Job {

    static final String NAME = "harvest";

    private static final int OVERLAP_DAYS = 2;
    private static final int GLANCE_ARTICLES = 100;
    private static final Duration GLANCE_TIME = Duration.ofSeconds(15);
    private static final Duration RESUMABLE = Duration.ofHours(12);
    private static final int FAILURES_IN_A_ROW = 2;

    private final ArxivClient arxiv;
    private final Intake intake;
    private final HarvestMarks marks;
    private final ArxivConfig config;
    private final IngestionConfig ingestion;
    private final Clock clock;

    Harvest(
            ArxivClient arxiv,
            Intake intake,
            HarvestMarks marks,
            ArxivConfig config,
            IngestionConfig ingestion,
            Clock clock) {
        this.arxiv = arxiv;
        this.intake = intake;
        this.marks = marks;
        this.config = config;
        this.ingestion = ingestion;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String purpose() {
        return "Takes in what arXiv announced in the last %d days in %s."
                .formatted(config.windowDays(), String.join(", ", config.categories()));
    }

    @Override
    public JobOutcome run(Progress progress) {
        if (ingestion.sampleOnly()) {
            return JobOutcome.done(
                    "arXiv is not asked, as configured; %d sample articles are shown.", intake.showSample());
        }
        boolean first = !intake.hasReal();
        var report = new HarvestReport(config.categories());
        if (first) {
            report.addChanged(glance(progress));
        }
        var stopped = readAll(slices(first), report, progress);
        if (stopped == null) {
            marks.markHarvest(clock.instant());
        } else if (report.empty() && first) {
            return JobOutcome.warned("%s", "Sample articles are shown until arXiv can be read: " + stopped + ".");
        } else if (report.empty()) {
            throw new ArxivUnavailable("Nothing was read: " + stopped);
        }
        return report.outcome(stopped);
    }

    // A first page within seconds, whatever becomes of the harvest: the newest articles, or else the sample
    private int glance(Progress progress) {
        progress.at(0, 0, "asking arXiv for its newest articles");
        var patience = new ArxivClient.Patience(Pace.Rank.HARVEST, 1, GLANCE_TIME, GLANCE_TIME);
        try {
            var any = Slice.anyOf(config.categories());
            return store(arxiv.page(any, ArxivClient.Order.SUBMITTED, 0, GLANCE_ARTICLES, patience)
                    .articles());
        } catch (ArxivUnavailable e) {
            progress.at(0, 0, "showing %d sample articles; %s".formatted(intake.showSample(), e.getMessage()));
            return 0;
        }
    }

    // Null when all was asked for, otherwise why it was not
    private String readAll(List<Slice> slices, HarvestReport report, Progress progress) {
        int failures = 0;
        for (int done = 0; done < slices.size(); done++) {
            var slice = slices.get(done);
            if (readBefore(slice)) {
                report.addResumed();
                continue;
            }
            try {
                report.add(slice, read(slice, done, slices.size(), progress));
                failures = 0;
            } catch (ArxivUnavailable e) {
                failures++;
                if (failures >= FAILURES_IN_A_ROW || Thread.currentThread().isInterrupted()) {
                    return e.getMessage();
                }
                report.addFailed(slice, e.getMessage());
            }
        }
        progress.at(slices.size(), slices.size(), "all parts read");
        return null;
    }

    private SliceReader.Tally read(Slice slice, int done, int total, Progress progress) {
        var reader = new SliceReader(
                arxiv::harvest, slice.replacements() ? intake::storeKnown : this::store, config.pageSize());
        progress.at(done, total, slice.title());
        var tally = reader.read(
                slice,
                config.categories(),
                (read, counted) ->
                        progress.at(done, total, "%s: %d of %d articles".formatted(slice.title(), read, counted)));
        if (tally.missing() == 0) {
            marks.markRead(slice.key(config.categories()), clock.instant());
        }
        return tally;
    }

    // The vectors take about as long as arXiv wants us to wait before the next page
    private int store(List<Article> articles) {
        int changed = intake.store(articles);
        intake.tryToEmbed(articles);
        return changed;
    }

    private List<Slice> slices(boolean first) {
        var last = marks.lastHarvest();
        int window = config.windowDays();
        int replacements = first
                ? 0
                : last.map(at -> ChronoUnit.DAYS.between(
                                        at.atZone(ZoneOffset.UTC).toLocalDate(), today())
                                + OVERLAP_DAYS)
                        .map(days -> (int) Math.min(window, Math.max(1, days)))
                        .orElse(window);
        return Slice.of(today(), window + Slice.SUBMITTED_BEFORE_ANNOUNCED, replacements);
    }

    // The current day still grows
    private boolean readBefore(Slice slice) {
        return slice.day().isBefore(today())
                && marks.read(slice.key(config.categories()))
                        .filter(at -> at.isAfter(clock.instant().minus(RESUMABLE)))
                        .isPresent();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
