package org.articlerecommender.platform;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How much one request may send. Most bodies are held in memory as a whole and have a limit; those of a few paths are read
 * as they come, and have none.
 */
@ApplicationScoped
class BodyLimit {

    // after the limit of the server, which is as high as it goes
    private static final int PRIORITY = 1;
    private static final int MEGABYTE = 1 << 20;

    private final long most;
    private final List<String> streamed;

    BodyLimit(
            @ConfigProperty(name = "body.most-megabytes") int megabytes,
            @ConfigProperty(name = "body.streamed") List<String> streamed) {
        this.most = (long) megabytes * MEGABYTE;
        this.streamed = List.copyOf(streamed);
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext request) {
        if (streamed.contains(request.normalizedPath())) {
            request.next();
            return;
        }
        if (length(request) <= most) {
            // what does not say how long it is ends there
            request.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, most);
            request.next();
            return;
        }
        request.response()
                .endHandler(done -> request.request().connection().close())
                .setStatusCode(413)
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .end("""
                        {"title": "Content too large", "status": 413, "detail": "a body has at most %d MB and says its length; send it in parts"}""".formatted(most / MEGABYTE));
    }

    private static long length(RoutingContext request) {
        var given = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        var type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
        if (given == null) {
            // files of a form are not counted as they come; every browser says how long they are
            return type != null && type.startsWith("multipart/") ? Long.MAX_VALUE : 0;
        }
        try {
            return Long.parseLong(given);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }
}
