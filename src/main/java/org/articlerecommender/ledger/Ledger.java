package org.articlerecommender.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.articlerecommender.ingestion.ArxivConfig;
import org.articlerecommender.ingestion.RequestLog;

/** What arXiv announced against what is here, and what it cost to ask. */
@ApplicationScoped
public class Ledger {

    /**
     * The days of the window taken together, and the requests of the last day.
     *
     * @param budget how many requests a day arXiv's pace allows
     */
    public record Summary(
            int days,
            long expected,
            long stored,
            long embedded,
            long missing,
            long lacking,
            int open,
            int closed,
            int requests,
            int limited,
            int busy,
            int failed,
            long budget) {}

    private final LedgerTable table;
    private final RequestLog requests;
    private final ArxivConfig config;
    private final Clock clock;

    Ledger(LedgerTable table, RequestLog requests, ArxivConfig config, Clock clock) {
        this.table = table;
        this.requests = requests;
        this.config = config;
        this.clock = clock;
    }

    /** The days of the window, newest first. */
    public List<LedgerDay> window() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return between(null, today.minusDays(config.windowDays()), today);
    }

    /** The days from the one to the other, newest first; of one category or, with null, of all. */
    public List<LedgerDay> between(String category, LocalDate from, LocalDate to) {
        return table.between(category, from, to);
    }

    /** The requests of the last hours, newest first. */
    public List<RequestLog.Hour> requests(int hours) {
        return requests.since(clock.instant().minus(Duration.ofHours(hours)));
    }

    public Summary summary() {
        return summary(window(), requests(24));
    }

    private Summary summary(List<LedgerDay> days, List<RequestLog.Hour> hours) {
        long paceMs = Math.max(1, config.pace().toMillis());
        return new Summary(
                days.size(),
                days.stream().mapToLong(LedgerDay::expected).sum(),
                days.stream().mapToLong(LedgerDay::stored).sum(),
                days.stream().mapToLong(LedgerDay::embedded).sum(),
                days.stream().mapToLong(LedgerDay::missing).sum(),
                days.stream().mapToLong(LedgerDay::lacking).sum(),
                (int) days.stream().filter(day -> day.missing() > 0).count(),
                (int) days.stream().filter(LedgerDay::closed).count(),
                hours.stream().mapToInt(RequestLog.Hour::requests).sum(),
                hours.stream().mapToInt(RequestLog.Hour::limited).sum(),
                hours.stream().mapToInt(RequestLog.Hour::busy).sum(),
                hours.stream().mapToInt(RequestLog.Hour::failed).sum(),
                Duration.ofDays(1).toMillis() / paceMs);
    }
}
