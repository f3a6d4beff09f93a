package org.articlerecommender.ingestion;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/**
 * Lets one request at a time go to arXiv, over all replicas, and keeps the pause after each.
 *
 * <p>Whoever searches goes before a waiting harvest, within the same pace. The pause counts from the end of a request:
 * counted from its beginning, a slow connection could bring two requests closer together at arXiv than they left here.
 */
@ApplicationScoped
class Pace {

    /** Who asks; the first goes first. */
    enum Rank {
        SEARCH,
        HARVEST
    }

    private record Ticket(Rank rank, long number) {}

    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
    private static final Duration ARXIVS_OWN = Duration.ofSeconds(3);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final SharedPace shared;
    private final ArxivConfig config;
    private final Clock clock;
    private final Sleeper sleeper;
    private final PriorityQueue<Ticket> waiting =
            new PriorityQueue<>(Comparator.comparing(Ticket::rank).thenComparing(Ticket::number));
    private long tickets;
    private boolean busy;
    private Instant freeAt = Instant.MIN;

    Pace(SharedPace shared, ArxivConfig config, Clock clock, Sleeper sleeper) {
        this.shared = shared;
        this.config = config;
        this.clock = clock;
        this.sleeper = sleeper;
    }

    // Whoever sets a faster pace means a stand-in; arXiv bars whole institutions that ask it faster than it allows
    void refuseToHurryArxiv(@Observes StartupEvent start) {
        boolean real = Stream.of(config.apiUrl(), config.oaiUrl(), config.rssUrl())
                .map(address -> URI.create(address).getHost())
                .anyMatch(host -> host != null && host.endsWith("arxiv.org"));
        if (real && config.pace().compareTo(ARXIVS_OWN) < 0) {
            throw new IllegalStateException(
                    "arxiv.pace is %s, and arXiv asks for at least 3 seconds between requests; set ARXIV_PACE to 3s or more"
                            .formatted(config.pace()));
        }
    }

    /**
     * Waits for the turn. Whoever got it must {@link #leave} again.
     *
     * @throws ArxivUnavailable as soon as it is clear that the turn will not come before the deadline
     */
    void enter(Rank rank, Instant deadline) throws InterruptedException {
        var ticket = draw(rank);
        try {
            while (true) {
                var wait = tryEnter(ticket);
                if (wait.isZero()) {
                    return;
                }
                if (clock.instant().plus(wait).isAfter(deadline)) {
                    throw new ArxivUnavailable("arXiv may not be asked yet: other requests come first, or it asked for"
                            + " a pause; try again in %d s".formatted(Math.max(1, wait.toSeconds())));
                }
                sleeper.sleep(wait.compareTo(LOOK_AGAIN) > 0 ? LOOK_AGAIN : wait);
            }
        } finally {
            synchronized (this) {
                waiting.remove(ticket);
            }
        }
    }

    /** Gives the turn back. The next request waits for the pace, or for {@code pause} if arXiv asked for a longer one. */
    void leave(Duration pause) {
        var longer = pause.compareTo(config.pace()) > 0 ? pause : config.pace();
        var bounded = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
        shared.release(bounded);
        synchronized (this) {
            freeAt = clock.instant().plus(bounded);
            busy = false;
        }
    }

    private synchronized Ticket draw(Rank rank) {
        var ticket = new Ticket(rank, tickets++);
        waiting.add(ticket);
        return ticket;
    }

    private Duration tryEnter(Ticket ticket) {
        synchronized (this) {
            if (busy || !ticket.equals(waiting.peek())) {
                return LOOK_AGAIN;
            }
            var now = clock.instant();
            // a pause longer than we ever keep means that the clock was set back
            if (freeAt.isAfter(now) && freeAt.isBefore(now.plus(LONGEST_PAUSE).plusSeconds(1))) {
                return Duration.between(now, freeAt);
            }
            busy = true;
        }
        var wait = Duration.ofMillis(1);
        try {
            wait = shared.claim(
                    ticket.rank() == Rank.SEARCH, config.requestTimeout().multipliedBy(2));
            return wait;
        } finally {
            if (!wait.isZero()) {
                synchronized (this) {
                    busy = false;
                }
            }
        }
    }
}
