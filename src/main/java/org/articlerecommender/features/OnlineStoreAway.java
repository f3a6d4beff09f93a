package org.articlerecommender.features;

/** Redis did not answer, or did not a moment ago. */
class OnlineStoreAway extends Exception {

    private static final long serialVersionUID = 1L;

    OnlineStoreAway(String message, Throwable cause) {
        super(message, cause);
    }
}
