package org.articlerecommender.ingestion;

/** arXiv understood that something was asked and will not answer it; asking the same again will not help. */
public class ArxivRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    ArxivRefused(String reason) {
        super("arXiv does not take this request: " + reason);
        this.reason = reason;
    }

    /** What arXiv says is wrong, in its words. */
    public String reason() {
        return reason;
    }
}
