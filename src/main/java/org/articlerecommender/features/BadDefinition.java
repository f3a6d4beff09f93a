package org.articlerecommender.features;

/** A file of feature definitions cannot be used; the message names the file, the line, the field and the fix. */
class BadDefinition extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadDefinition(String file, int line, String field, String complaint) {
        super("feature-definitions/%s, line %d, %s: %s".formatted(file, line, field, complaint));
    }

    BadDefinition(String file, int line, String field, String complaint, Throwable cause) {
        this(file, line, field, complaint);
        initCause(cause);
    }
}
