package org.articlerecommender.catalog;

import java.util.Locale;

/** Where a fact about an article comes from. */
public enum Source {
    /** arXiv's announcement feed: what was announced on a day. */
    FEED,
    /** arXiv's OAI-PMH service in its own format, dated to the day. */
    OAI,
    /** The same in Dublin Core, which has fewer facts. */
    OAI_DC,
    /** arXiv's query API, exact in version and time. */
    API,
    /** A line that somebody imported. */
    IMPORT,
    /** arXiv's public snapshot of all metadata. */
    SNAPSHOT,
    /** The invented articles that ship with the product. */
    SAMPLE,
    UNKNOWN;

    /** The name in the store and in the API. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Source of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
