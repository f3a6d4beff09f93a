package org.articlerecommender.platform;

import io.quarkus.logging.Log;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Serves the application on further ports besides its own, under {@code also.ports}.
 *
 * <p>The original had its pages on 8501 and its ranking API on 8000; programs and bookmarks that know those addresses
 * keep working with {@code ALSO_PORTS=8501,8000}. A port that is taken is left out with a warning.
 */
@Singleton
class AlsoPorts {

    private final Optional<List<Integer>> ports;
    private final String host;
    private final List<Integer> listening = new CopyOnWriteArrayList<>();

    AlsoPorts(
            @ConfigProperty(name = "also.ports") Optional<List<Integer>> ports,
            @ConfigProperty(name = "quarkus.http.host") String host) {
        this.ports = ports;
        this.host = host;
    }

    void listen(@Observes Router router, Vertx vertx) {
        for (int port : ports.orElse(List.of())) {
            vertx.createHttpServer(
                            new HttpServerOptions().setHost(host).setPort(port).setCompressionSupported(true))
                    .requestHandler(router)
                    .listen()
                    .onSuccess(server -> {
                        listening.add(server.actualPort());
                        Log.infof("Also on port %d", server.actualPort());
                    })
                    .onFailure(e -> Log.warnf("Not also on port %d: %s", port, e.getMessage()));
        }
    }

    /** The further ports that could be had. */
    List<Integer> listening() {
        return List.copyOf(listening);
    }
}
