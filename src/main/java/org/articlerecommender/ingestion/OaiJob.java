package org.articlerecommender.ingestion;

import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.articlerecommender.platform.Job;
import org.articlerecommender.platform.JobOutcome;
import org.articlerecommender.platform.Progress;

/** Reads from OAI-PMH what changed in every category since it was read last: new, corrected, replaced, removed. */
@Singleton
@Unremovable
class OaiJob implements Job {

    static final String NAME = "oai";

    private final OaiReader reader;
    private final Confirmation confirmation;
    private final ArxivConfig config;
    private final IngestionConfig ingestion;
    private final Clock clock;

    OaiJob(OaiReader reader, Confirmation confirmation, ArxivConfig config, IngestionConfig ingestion, Clock clock) {
        this.reader = reader;
        this.confirmation = confirmation;
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
        return "Reads from arXiv's OAI-PMH service what changed since the last time in %s."
                .formatted(String.join(", ", config.categories()));
    }

    @Override
    public JobOutcome run(Progress progress) {
        if (ingestion.sampleOnly()) {
            return JobOutcome.done("arXiv is not asked, as configured.");
        }
        var first = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(config.windowDays());
        var sets = config.categories().stream().map(OaiSet::of).distinct().toList();
        var tallies = new ArrayList<OaiReader.Tally>();
        var failed = new ArrayList<String>();
        for (int at = 0; at < sets.size(); at++) {
            int done = at;
            var set = sets.get(at);
            try {
                tallies.add(reader.read(
                        set,
                        first,
                        (read, all) -> progress.at(
                                done, sets.size(), "%s: %d of %d records".formatted(set, read, Math.max(read, all)))));
            } catch (ArxivUnavailable | ArxivRefused e) {
                failed.add(set + " (" + e.getMessage() + ")");
                if (Thread.currentThread().isInterrupted()) {
                    break;
                }
            }
        }
        if (tallies.isEmpty()) {
            throw new ArxivUnavailable("Nothing was read to its end; the next run goes on: " + failed.get(0));
        }
        return outcome(tallies, failed, confirmation.run(progress));
    }

    private static JobOutcome outcome(List<OaiReader.Tally> tallies, List<String> failed, int confirmed) {
        long read = tallies.stream().mapToLong(OaiReader.Tally::read).sum();
        int changed = tallies.stream().mapToInt(OaiReader.Tally::changed).sum();
        int unreadable = tallies.stream().mapToInt(OaiReader.Tally::unreadable).sum();
        int expired = tallies.stream().mapToInt(OaiReader.Tally::expired).sum();
        var sentence = "%,d records read in %,d sets: %,d articles new or changed, %,d confirmed"
                .formatted(read, tallies.size(), changed, confirmed);
        if (expired > 0) {
            sentence += "; %,d resumption tokens had expired".formatted(expired);
        }
        if (unreadable > 0) {
            sentence += "; %,d records lack an id, a title or a date".formatted(unreadable);
        }
        if (!failed.isEmpty()) {
            sentence += "; not read to the end: " + String.join(", ", failed);
        }
        return new JobOutcome(unreadable > 0 || !failed.isEmpty(), sentence + ".");
    }
}
