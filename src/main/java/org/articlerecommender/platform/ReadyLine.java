package org.articlerecommender.platform;

import io.quarkus.logging.Log;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;

/** Says where to go once pages are served. */
@ApplicationScoped
class ReadyLine {

    void onStart(@ObservesAsync HttpServerStart started) {
        Log.infof("Ready. Open http://localhost:%d", started.options().getPort());
    }
}
