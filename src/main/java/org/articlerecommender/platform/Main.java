package org.articlerecommender.platform;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Where the process begins. */
@QuarkusMain
public final class Main {

    private Main() {}

    public static void main(String... arguments) {
        // else Quarkus refuses bad addresses with no word; RefusedAddresses refuses the same and says why
        System.setProperty("vertx.disableURIValidation", "true");
        Quarkus.run(arguments);
    }
}
