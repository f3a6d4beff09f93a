package org.articlerecommender.ledger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;
import org.articlerecommender.platform.StoreUnavailable;

/** The ledger's summary as metrics; not a number while PostgreSQL is away. */
@Singleton
class LedgerMetrics {

    private static final Duration GOOD_FOR = Duration.ofSeconds(10);

    private final Ledger ledger;
    private final Clock clock;
    private Ledger.Summary known;
    private Instant readAt = Instant.EPOCH;

    LedgerMetrics(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    void onStart(@Observes StartupEvent start, MeterRegistry registry) {
        gauge(registry, "ledger.expected", "Articles that arXiv announced in the window", Ledger.Summary::expected);
        gauge(registry, "ledger.stored", "Those of them that are stored", Ledger.Summary::stored);
        gauge(registry, "ledger.embedded", "Those of them that have a vector", Ledger.Summary::embedded);
        gauge(registry, "ledger.missing", "Those of them that are missing", Ledger.Summary::missing);
        gauge(registry, "ledger.lacking", "Those of them that arXiv itself lacks", Ledger.Summary::lacking);
        gauge(registry, "ledger.open.days", "Days that are short", Ledger.Summary::open);
        gauge(registry, "ledger.closed.days", "Days that were short and are complete", Ledger.Summary::closed);
        gauge(registry, "arxiv.requests", "Requests to arXiv in 24 hours", Ledger.Summary::requests);
        gauge(registry, "arxiv.requests.limited", "Those answered 429", Ledger.Summary::limited);
        gauge(registry, "arxiv.requests.busy", "Those answered 503", Ledger.Summary::busy);
        gauge(registry, "arxiv.requests.failed", "Those that failed otherwise", Ledger.Summary::failed);
    }

    private void gauge(
            MeterRegistry registry, String name, String description, ToDoubleFunction<Ledger.Summary> value) {
        Gauge.builder(name, this, metrics -> metrics.value(value))
                .description(description)
                .register(registry);
    }

    private synchronized double value(ToDoubleFunction<Ledger.Summary> value) {
        var now = clock.instant();
        if (now.isBefore(readAt) || now.isAfter(readAt.plus(GOOD_FOR))) {
            known = read();
            readAt = now;
        }
        return known == null ? Double.NaN : value.applyAsDouble(known);
    }

    private Ledger.Summary read() {
        try {
            return ledger.summary();
        } catch (StoreUnavailable e) {
            return null;
        }
    }
}
