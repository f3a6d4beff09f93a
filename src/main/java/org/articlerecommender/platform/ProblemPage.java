package org.articlerecommender.platform;

/** Says in a page for people what {@code application/problem+json} says to programs. */
@FunctionalInterface
public interface ProblemPage {

    /** Where the page says what is wrong with an address; also the name of what that is, in the request's context. */
    String BAD_ADDRESS = "/bad-address";

    /**
     * The page as HTML. Stands by itself: it is asked for when stores or pages have failed.
     *
     * @param path what was asked for, with the leading slash
     */
    String html(String path, int status, String title, String detail);
}
