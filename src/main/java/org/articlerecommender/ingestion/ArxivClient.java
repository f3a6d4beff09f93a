package org.articlerecommender.ingestion;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.articlerecommender.catalog.ArticleId;

/**
 * The one way in which the application asks arXiv.
 *
 * <p>One request at a time goes out, at arXiv's pace, over all threads and replicas; a search goes before a waiting
 * harvest. What fails is asked again a bounded number of times, after the pause that arXiv asked for or a growing one.
 */
@ApplicationScoped
public class ArxivClient {

    /** The orders that arXiv knows, best or newest first. */
    public enum Order {
        RELEVANCE("relevance"),
        SUBMITTED("submittedDate"),
        UPDATED("lastUpdatedDate");

        private final String parameter;

        Order(String parameter) {
            this.parameter = parameter;
        }
    }

    /** The services of arXiv, each with an address of its own. */
    enum Service {
        API,
        OAI,
        FEED
    }

    /** Makes something of the whole body of an answer. */
    @FunctionalInterface
    interface Reading<T> {
        T of(byte[] body) throws Malformed;
    }

    /**
     * How long and how often to try.
     *
     * @param each the time for one answer
     * @param all the time for everything, waiting for the turn included
     */
    record Patience(Pace.Rank rank, int attempts, Duration each, Duration all) {}

    private static final int HARVEST_ATTEMPTS = 6;
    private static final int SEARCH_ATTEMPTS = 2;
    private static final Duration LONGEST_OBEYED = Duration.ofMinutes(5);

    private final ArxivExchange exchange;
    private final Pace pace;
    private final ArxivConfig config;
    private final Clock clock;
    private final Sleeper sleeper;
    private final RequestLog log;
    private final SplittableRandom random = new SplittableRandom();

    ArxivClient(ArxivExchange exchange, Pace pace, ArxivConfig config, Clock clock, Sleeper sleeper, RequestLog log) {
        this.exchange = exchange;
        this.pace = pace;
        this.config = config;
        this.clock = clock;
        this.sleeper = sleeper;
        this.log = log;
    }

    /**
     * A page of what arXiv finds, for a person who waits: it takes a few seconds at most.
     *
     * @param query in arXiv's query language; a blank one finds nothing and is not sent
     * @throws ArxivUnavailable if there was no answer in this time
     * @throws ArxivRefused if arXiv does not take the query
     */
    public ArxivPage search(String query, Order order, int start, int limit) {
        if (query.isBlank() || limit == 0) {
            return new ArxivPage(0, List.of(), 0);
        }
        var patience = new Patience(Pace.Rank.SEARCH, SEARCH_ATTEMPTS, config.searchTimeout(), config.searchTimeout());
        return page(query.strip(), order, start, limit, patience);
    }

    /** A page for the harvest, which has time. */
    ArxivPage harvest(String query, Order order, int start, int limit) {
        return page(query, order, start, limit, patient());
    }

    /** What arXiv says of these papers now; those that it does not have are not among them. */
    ArxivPage byId(List<ArticleId> ids) {
        var list = ids.stream().map(ArticleId::value).collect(Collectors.joining(","));
        var address = URI.create("%s?id_list=%s&start=0&max_results=%d"
                .formatted(config.apiUrl(), URLEncoder.encode(list, StandardCharsets.UTF_8), ids.size()));
        return ask(Service.API, address, patient(), this::atom);
    }

    /** Asks one of the other services, for something that has time. */
    <T> T ask(Service service, URI address, Reading<T> reading) {
        return ask(service, address, patient(), reading);
    }

    private Patience patient() {
        return new Patience(Pace.Rank.HARVEST, HARVEST_ATTEMPTS, config.requestTimeout(), Duration.ofHours(1));
    }

    ArxivPage page(String query, Order order, int start, int limit, Patience patience) {
        var address = URI.create("%s?search_query=%s&start=%d&max_results=%d&sortBy=%s&sortOrder=descending"
                .formatted(
                        config.apiUrl(),
                        URLEncoder.encode(query, StandardCharsets.UTF_8),
                        start,
                        limit,
                        order.parameter));
        return ask(Service.API, address, patience, this::atom);
    }

    private ArxivPage atom(byte[] body) throws Malformed {
        return AtomFeed.parse(body, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    private <T> T ask(Service service, URI address, Patience patience, Reading<T> reading) {
        var deadline = clock.instant().plus(patience.all());
        try {
            for (int failures = 1; ; failures++) {
                try {
                    return once(service, address, patience, deadline, reading);
                } catch (Failed failed) {
                    giveUpOrWait(failed, failures, patience, deadline);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ArxivUnavailable("The request to arXiv was interrupted", e);
        }
    }

    private void giveUpOrWait(Failed failed, int failures, Patience patience, Instant deadline)
            throws InterruptedException {
        var pause = Backoff.after(failures, random);
        pause = failed.asked.compareTo(pause) > 0 ? failed.asked : pause;
        boolean tooLate = clock.instant().plus(pause).isAfter(deadline);
        if (failed.last || failures >= patience.attempts() || tooLate || failed.asked.compareTo(LONGEST_OBEYED) > 0) {
            throw new ArxivUnavailable(failed.getMessage(), failed.getCause());
        }
        sleeper.sleep(pause);
    }

    private <T> T once(Service service, URI address, Patience patience, Instant deadline, Reading<T> reading)
            throws Failed, InterruptedException {
        pace.enter(patience.rank(), deadline);
        var asked = Duration.ZERO;
        int status = RequestLog.NO_ANSWER;
        try {
            var left = Duration.between(clock.instant(), deadline);
            var answer = exchange.get(address, left.compareTo(patience.each()) < 0 ? left : patience.each());
            status = answer.statusCode();
            asked = Backoff.asked(answer.headers().firstValue("Retry-After").orElse(null), clock.instant());
            return read(answer, asked, reading);
        } catch (IOException e) {
            status = RequestLog.NO_ANSWER;
            throw new Failed(sentence(address, e), e);
        } finally {
            pace.leave(asked);
            log.note(service, status);
        }
    }

    private <T> T read(HttpResponse<byte[]> answer, Duration asked, Reading<T> reading) throws Failed, Malformed {
        int status = answer.statusCode();
        // arXiv reports errors as an entry of a feed, with 200 by the older form and 400 by the newer
        if (status == 200) {
            return reading.of(answer.body());
        }
        if (status == 400) {
            throw new ArxivRefused(AtomFeed.error(answer.body()));
        }
        boolean passing = status >= 500 || status == 429 || status == 408;
        throw new Failed(
                "arXiv answered %d%s"
                        .formatted(
                                status,
                                asked.isZero() ? "" : " and asked for a pause of %d s".formatted(asked.toSeconds())),
                asked,
                !passing);
    }

    private static String sentence(URI address, IOException e) {
        var host = address.getHost();
        if (e instanceof Malformed) {
            return "arXiv's answer could not be read: " + e.getMessage();
        }
        if (e instanceof HttpConnectTimeoutException || e instanceof ConnectException) {
            return "arXiv (%s) cannot be reached".formatted(host);
        }
        if (e instanceof HttpTimeoutException) {
            return "arXiv did not answer: " + e.getMessage();
        }
        return "the connection to arXiv (%s) broke off: %s".formatted(host, e.getMessage());
    }

    private static class Failed extends Exception {

        private static final long serialVersionUID = 1L;

        private final Duration asked;
        private final boolean last;

        Failed(String message, IOException cause) {
            super(message, cause);
            this.asked = Duration.ZERO;
            this.last = false;
        }

        Failed(String message, Duration asked, boolean last) {
            super(message);
            this.asked = asked;
            this.last = last;
        }
    }
}
