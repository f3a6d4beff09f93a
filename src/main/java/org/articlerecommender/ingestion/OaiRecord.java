package org.articlerecommender.ingestion;

import java.time.LocalDate;
import org.articlerecommender.catalog.ArticleId;

/**
 * One record of the OAI-PMH service.
 *
 * @param datestamp the day the record changed last, whatever changed in it; null when it does not say
 * @param sighting what it says of the paper; null for one that arXiv has removed
 */
record OaiRecord(ArticleId id, LocalDate datestamp, Sighting sighting) {

    boolean removed() {
        return sighting == null;
    }
}
