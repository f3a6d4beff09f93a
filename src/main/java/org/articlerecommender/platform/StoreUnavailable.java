package org.articlerecommender.platform;

/**
 * A store (PostgreSQL or Redis) did not do what was asked. The message says what was being done. Answered as 503; where
 * serving can go on without the store it is caught before that.
 */
public class StoreUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreUnavailable(String doing, Throwable cause) {
        super(doing + ": " + cause.getMessage(), cause);
    }
}
