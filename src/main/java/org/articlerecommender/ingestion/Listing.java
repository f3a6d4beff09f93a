package org.articlerecommender.ingestion;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.articlerecommender.catalog.ArticleId;

/**
 * What arXiv announced in a category on a day, how much of it is here, and the way to fetch the rest. Whatever asks
 * arXiv takes its turn, and throws {@link ArxivUnavailable} when it does not answer.
 */
public interface Listing {

    /** Whether arXiv is asked at all. */
    boolean asked();

    /** The days on which arXiv announces, newest first. */
    List<LocalDate> announcementDays(LocalDate from, LocalDate to);

    /** What arXiv's feed named as new in the category on the day; empty when that was not read. */
    Set<ArticleId> announced(String category, LocalDate day);

    /** What is here of the submissions that belong to the day's announcement. */
    Set<ArticleId> stored(String category, LocalDate day);

    /** Whether at least so many of the day's articles are here, counted as they were expected. */
    boolean holds(String category, LocalDate day, String expectedBy, int many);

    /** How many submissions the query API counts for the day's announcement. */
    int count(String category, LocalDate day);

    /** Fetches the day's submissions and answers how many there are at arXiv, one by one. */
    int fetch(String category, LocalDate day);

    /** Fetches these papers, as far as arXiv has them. */
    void fetch(Collection<ArticleId> ids);
}
