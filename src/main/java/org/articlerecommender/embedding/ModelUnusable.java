package org.articlerecommender.embedding;

/** The files of a sentence model cannot be used; the message names the directory, the file and what does not fit. */
public class ModelUnusable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ModelUnusable(String message, Throwable cause) {
        super(message, cause);
    }
}
