package org.articlerecommender.ingestion;

import java.time.LocalDate;

/**
 * How far a set of the OAI-PMH service is read.
 *
 * @param since the datestamp that the list begins with
 * @param token what asks for the next page; null before the first page and after the last
 * @param newest the newest datestamp of what is stored of this list; null before the first page
 * @param inOrder whether the datestamps have come in order so far
 * @param read how many records of this list are stored
 */
record OaiPlace(LocalDate since, String token, LocalDate newest, boolean inOrder, long read) {

    static OaiPlace from(LocalDate since) {
        return new OaiPlace(since, null, null, true, 0);
    }

    /** After a page of the list is stored. */
    OaiPlace after(OaiAnswer page) {
        var last = newest;
        boolean ordered = inOrder;
        for (var record : page.records()) {
            var stamp = record.datestamp();
            if (stamp != null) {
                ordered &= last == null || !stamp.isBefore(last);
                last = last == null || stamp.isAfter(last) ? stamp : last;
            }
        }
        return new OaiPlace(
                since, page.token(), last, ordered, read + page.records().size());
    }

    /** Whether more of the set is stored than at the other place. */
    boolean isFurtherThan(OaiPlace other) {
        return since.isAfter(other.since) || since.equals(other.since) && read > other.read;
    }

    /**
     * The list again, without what is stored of it: from the last datestamp, if the list comes in their order. That day
     * itself is read again, for it may not be complete.
     */
    OaiPlace again() {
        return from(inOrder && newest != null ? newest : since);
    }
}
