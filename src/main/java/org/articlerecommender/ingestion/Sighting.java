package org.articlerecommender.ingestion;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.catalog.ArticleId;

/**
 * What a source that knows less than the query API says of a paper.
 *
 * @param version 0 when the source does not say
 * @param created the day version 1 was submitted; null when the source does not say, like {@code updated}
 * @param updated the day the latest version was submitted; null for one that has only its first
 * @param announced the day it was first announced; null when the source does not say
 * @param extras comment, journal reference and DOI; null when the source does not carry them
 */
record Sighting(
        ArticleId id,
        int version,
        String title,
        String summary,
        List<String> authors,
        List<String> categories,
        LocalDate created,
        LocalDate updated,
        LocalDate announced,
        Extras extras) {

    /**
     * Each null when the paper has none.
     *
     * @param whole whether what is null is really absent, and not only left out
     */
    record Extras(String comment, String journalRef, String doi, boolean whole) {

        Extras(String comment, String journalRef, String doi) {
            this(comment, journalRef, doi, true);
        }

        private Extras over(Article known) {
            return whole
                    ? this
                    : new Extras(
                            comment != null ? comment : known.comment(),
                            journalRef != null ? journalRef : known.journalRef(),
                            doi != null ? doi : known.doi());
        }
    }

    Sighting {
        authors = List.copyOf(authors);
        categories = List.copyOf(categories);
    }

    /**
     * The article as both together describe it; empty when the sighting is of an older version than is known.
     *
     * @param known what the catalog has, or null
     * @param today the day it was seen; it was not announced later
     */
    Optional<Article> onto(Article known, LocalDate today) {
        if (known == null || known.sample()) {
            return Optional.of(alone(today));
        }
        int latest = latest(known);
        if (latest < known.version()) {
            return Optional.empty();
        }
        boolean same = latest == known.version();
        var told = extras != null ? extras : new Extras(null, null, null, false);
        var more = same ? told.over(known) : told;
        var listed = categories.isEmpty() ? known.categories() : categories;
        var text = summary.isEmpty() ? known.summary() : summary;
        return Optional.of(new Article(
                id,
                latest,
                title,
                text,
                authors.isEmpty() ? known.authors() : authors,
                listed,
                listed.contains(known.primaryCategory()) ? known.primaryCategory() : first(listed),
                known.published(),
                same ? known.updated() : later(known.updated(), changed(today)),
                announced != null ? announced : known.announced(),
                more.comment(),
                more.journalRef(),
                more.doi(),
                same && known.withdrawn() && !told.whole() || Withdrawal.announcedIn(text, more.comment()),
                false));
    }

    private Article alone(LocalDate today) {
        var submitted = created != null ? noon(created) : stand(today);
        var more = extras != null ? extras : new Extras(null, null, null);
        return new Article(
                id,
                version > 0 ? version : updated == null ? 1 : 2,
                title,
                summary,
                authors,
                categories,
                first(categories),
                submitted,
                updated == null ? submitted : later(submitted, noon(updated)),
                announced != null ? announced : AnnouncementDay.of(submitted, today),
                more.comment(),
                more.journalRef(),
                more.doi(),
                Withdrawal.announcedIn(summary, more.comment()),
                false);
    }

    // A source without versions tells a new one only by its later day
    private int latest(Article known) {
        if (version > 0) {
            return version;
        }
        var before = known.updated().atOffset(ZoneOffset.UTC).toLocalDate();
        return updated != null && updated.isAfter(before) ? known.version() + 1 : known.version();
    }

    private Instant changed(LocalDate today) {
        return updated != null ? noon(updated) : stand(today);
    }

    // What is announced on a day was submitted on the day before, or earlier
    private Instant stand(LocalDate today) {
        return noon((announced != null ? announced : today).minusDays(1));
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static String first(List<String> categories) {
        return categories.isEmpty() ? "" : categories.get(0);
    }
}
