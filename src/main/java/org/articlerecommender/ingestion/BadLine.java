package org.articlerecommender.ingestion;

/** A line that is not an article; the message names the field and says what would be right. */
class BadLine extends Exception {

    private static final long serialVersionUID = 1L;

    BadLine(String field, String message) {
        super(field + ": " + message);
    }
}
