package org.articlerecommender.ingestion;

import java.io.IOException;

/** What came is not a whole answer of the expected kind; asking again may bring one. */
class Malformed extends IOException {

    private static final long serialVersionUID = 1L;

    Malformed(String message, Throwable cause) {
        super(message, cause);
    }
}
