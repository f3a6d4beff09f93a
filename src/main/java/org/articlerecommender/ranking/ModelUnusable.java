package org.articlerecommender.ranking;

/** A stored model cannot score; the message says why, to be put after the model's name. */
final class ModelUnusable extends Exception {

    private static final long serialVersionUID = 1L;

    ModelUnusable(String message) {
        super(message);
    }
}
