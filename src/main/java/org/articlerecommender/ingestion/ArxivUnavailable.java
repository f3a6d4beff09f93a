package org.articlerecommender.ingestion;

/**
 * arXiv did not answer, or not in time, or not with something that could be read. The message is a sentence for people
 * and says which; trying again later may help.
 */
public class ArxivUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ArxivUnavailable(String message) {
        super(message);
    }

    ArxivUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
