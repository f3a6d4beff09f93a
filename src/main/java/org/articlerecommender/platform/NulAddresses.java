package org.articlerecommender.platform;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;

/** Refuses requests whose address holds a NUL, which no store takes; no resource ever sees them. */
@Singleton
class NulAddresses {

    private static final String NUL = "%00";

    void watch(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::check);
    }

    private void check(RoutingContext context) {
        if (!context.request().uri().contains(NUL)) {
            context.next();
        } else {
            context.response()
                    .setStatusCode(400)
                    .putHeader(HttpHeaders.CONTENT_TYPE, ProblemAnswers.PROBLEM_JSON)
                    .end(problem().encode());
        }
    }

    private static JsonObject problem() {
        var problem = Problem.badRequest("address", "must not hold a NUL (%00)");
        var violations = problem.violations().stream()
                .map(one -> new JsonObject().put("field", one.field()).put("message", one.message()))
                .toList();
        return new JsonObject()
                .put("type", "about:blank")
                .put("title", problem.title())
                .put("status", problem.status())
                .put("detail", problem.getMessage())
                .put("violations", new JsonArray(violations));
    }
}
