package org.articlerecommender.platform;

import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * The application cannot start as it is set up. The message is for the person who started it, says what to change, and
 * is the last thing they see: Quarkus prints it without a stack trace, so it carries no cause and no class name.
 */
class CannotStart extends ConfigurationException {

    private static final long serialVersionUID = 1L;

    CannotStart(String message, Object... parts) {
        super(message.formatted(parts));
    }

    @Override
    public String toString() {
        return getMessage();
    }
}
