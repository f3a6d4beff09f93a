package org.articlerecommender.training;

/** A log that tells no order from another; the message says what it held. */
class NothingToMeasure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NothingToMeasure(String message) {
        super(message);
    }
}
