package org.articlerecommender.events;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.platform.Problem;
import org.articlerecommender.platform.TimeOrderedId;

/** Checks what clients send and makes events of it. */
@Singleton
class EventIntake {

    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);
    private static final Instant EARLIEST = Instant.parse("1991-08-14T00:00:00Z");
    private static final int LONGEST_QUERY = 2000;
    private static final int BATCH = 5000;

    private final EventLog log;
    private final Rankings rankings;
    private final Catalog catalog;
    private final Clock clock;

    EventIntake(EventLog log, Rankings rankings, Catalog catalog, Clock clock) {
        this.log = log;
        this.rankings = rankings;
        this.catalog = catalog;
        this.clock = clock;
    }

    /**
     * Records the events, all or none.
     *
     * @param list whether a refusal should say which of them it is
     * @throws Problem 400 for a field that cannot be taken, 422 for an article or a list that is not known
     */
    int record(List<EventRequest> requests, boolean list) {
        var events = new ArrayList<Event>();
        for (int i = 0; i < requests.size(); i++) {
            events.add(event(requests.get(i), list ? "[%d].".formatted(i) : ""));
        }
        refuseUnknown(events, list);
        return log.record(events);
    }

    /** Records an imported log: first the lists, then the events that name them. */
    int record(SeedLog seed) {
        seed.rankings().forEach(rankings::save);
        int recorded = 0;
        var events = seed.events();
        for (int from = 0; from < events.size(); from += BATCH) {
            recorded += log.record(events.subList(from, Math.min(events.size(), from + BATCH)), "seed log");
        }
        return recorded;
    }

    private Event event(EventRequest request, String at) {
        if (request == null) {
            throw Problem.badRequest(at.isEmpty() ? "body" : at.substring(0, at.length() - 1), "expected an event");
        }
        var reader = ReaderId.parse(request.user())
                .orElseThrow(() -> Problem.badRequest(at + "user", ReaderId.SHAPE_IN_WORDS));
        if (request.type() == null) {
            throw Problem.badRequest(at + "type", "is needed, for example \"click\"");
        }
        if (request.article() == null && request.type().aboutArticle()) {
            throw Problem.badRequest(
                    at + "article", "is needed for " + request.type().label());
        }
        return new Event(
                request.id() == null ? TimeOrderedId.at(clock.instant()) : request.id(),
                reader,
                request.type(),
                request.article(),
                request.ranking(),
                query(request.query(), at),
                moment(request.at(), at));
    }

    private static String query(String query, String at) {
        if (query == null || query.isBlank()) {
            return null;
        }
        if (query.length() > LONGEST_QUERY || query.indexOf('\0') >= 0) {
            throw Problem.badRequest(at + "query", "at most %d characters, none of them NUL".formatted(LONGEST_QUERY));
        }
        return query.strip();
    }

    private Instant moment(Instant given, String at) {
        var now = clock.instant();
        if (given == null) {
            return now;
        }
        if (given.isAfter(now.plus(CLOCK_SKEW)) || given.isBefore(EARLIEST)) {
            throw Problem.badRequest(at + "at", "must lie between arXiv's beginning in 1991 and now");
        }
        return given;
    }

    private void refuseUnknown(List<Event> events, boolean list) {
        var known = catalog.find(events.stream()
                        .map(Event::article)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()))
                .keySet();
        var lists = rankings.existing(
                events.stream().map(Event::ranking).filter(Objects::nonNull).collect(Collectors.toSet()));
        for (int i = 0; i < events.size(); i++) {
            var event = events.get(i);
            var at = list ? "[%d].".formatted(i) : "";
            if (event.article() != null && !known.contains(event.article())) {
                throw Problem.unprocessable(at + "article", event.article() + " is not in the catalog");
            }
            if (event.ranking() != null && !lists.contains(event.ranking())) {
                throw Problem.unprocessable(at + "ranking", event.ranking() + " is not a list that was shown");
            }
        }
    }
}
