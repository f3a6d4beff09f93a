package org.articlerecommender.platform;

import java.util.List;

/** A database server that the application keeps as a process of its own, PostgreSQL or Redis. */
interface EmbeddedServer {

    /** What people call it. */
    String name();

    /**
     * Starts the server or takes over the one that an application killed earlier left behind, and answers with its
     * address, credentials included.
     */
    String start();

    /** Starts it again where it was, so that the address stays true. */
    void restart();

    /** Whether something listens where it should. */
    boolean listens();

    /** A command that stops it in good order. */
    List<String> stopCommand();
}
