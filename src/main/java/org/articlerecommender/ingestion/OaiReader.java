package org.articlerecommender.ingestion;

import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * Reads what changed in a set of the OAI-PMH service since it was read last.
 *
 * <p>Every page is stored before the place is noted, and the place before the next page is asked for: a run cut off
 * anywhere goes on with the page it was at, and at most that page comes twice, which changes nothing.
 */
@Singleton
class OaiReader {

    /** What was read of a set. */
    record Tally(long read, int changed, int unreadable, int expired) {}

    /** Told after each page how many records of the list are stored and how many it has, -1 if that is not said. */
    @FunctionalInterface
    interface Watch {
        void at(long read, long listSize);
    }

    private static final int EXPIRIES = 5;
    // arXiv adds to a day until it is over, and its days begin elsewhere
    private static final int OVERLAP_DAYS = 1;

    private final ArxivClient arxiv;
    private final ArxivConfig config;
    private final OaiPlaceTable places;
    private final OaiIntake intake;

    OaiReader(ArxivClient arxiv, ArxivConfig config, OaiPlaceTable places, OaiIntake intake) {
        this.arxiv = arxiv;
        this.config = config;
        this.places = places;
        this.intake = intake;
    }

    /**
     * Reads the set to its end.
     *
     * @param first where to begin if it was never read
     * @throws ArxivUnavailable if arXiv does not answer, or lets every token expire
     */
    Tally read(String set, LocalDate first, Watch watch) {
        var place = places.of(set).orElse(OaiPlace.from(first));
        var format = config.oaiFormat();
        long read = 0;
        int changed = 0;
        int unreadable = 0;
        int expired = 0;
        int inVain = 0;
        OaiPlace lost = null;
        while (true) {
            try {
                var page = page(set, place, format);
                changed += intake.store(page.records(), format.source());
                read += page.records().size();
                unreadable += page.unreadable();
                place = place.after(page);
                if (page.token() == null) {
                    places.keep(set, OaiPlace.from(next(place.since(), page.answered())));
                    watch.at(place.read(), page.listSize());
                    return new Tally(read, changed, unreadable, expired);
                }
                places.keep(set, place);
                watch.at(place.read(), page.listSize());
            } catch (OaiAnswer.TokenExpired e) {
                expired++;
                inVain = lost == null || place.isFurtherThan(lost) ? 1 : inVain + 1;
                if (place.token() == null || inVain > EXPIRIES) {
                    throw new ArxivUnavailable("arXiv lets every resumption token expire");
                }
                lost = place;
                place = place.again();
                places.keep(set, place);
            } catch (OaiAnswer.NoSuchFormat e) {
                if (format == ArxivConfig.OaiFormat.OAI_DC) {
                    throw new ArxivUnavailable("arXiv's OAI-PMH service offers no format that is known here");
                }
                format = ArxivConfig.OaiFormat.OAI_DC;
            }
        }
    }

    // A clock set back, here or there, must not skip a day
    private static LocalDate next(LocalDate since, LocalDate answered) {
        var next = answered.minusDays(OVERLAP_DAYS);
        return next.isBefore(since) ? since : next;
    }

    private OaiAnswer page(String set, OaiPlace place, ArxivConfig.OaiFormat format) {
        var question = place.token() != null
                ? "verb=ListRecords&resumptionToken=" + encoded(place.token())
                : "verb=ListRecords&metadataPrefix=%s&from=%s&set=%s"
                        .formatted(format.prefix(), place.since(), encoded(set));
        return arxiv.ask(ArxivClient.Service.OAI, URI.create(config.oaiUrl() + "?" + question), OaiAnswer::parse);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
