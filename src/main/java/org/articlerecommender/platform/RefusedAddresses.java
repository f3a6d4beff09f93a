package org.articlerecommender.platform;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Refuses requests whose address holds a NUL, which no store takes, or is none; no resource ever sees them. */
@Singleton
class RefusedAddresses {

    private static final String NUL = "%00";

    private final Instance<ProblemPage> page;

    RefusedAddresses(Instance<ProblemPage> page) {
        this.page = page;
    }

    void watch(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::check);
    }

    private void check(RoutingContext context) {
        var address = context.request().uri();
        wrong(address).ifPresentOrElse(why -> answer(context, address, why), context::next);
    }

    private static Optional<String> wrong(String address) {
        if (address.contains(NUL)) {
            return Optional.of("must not hold a NUL (%00)");
        }
        try {
            new URI(address);
            return Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.of(fix(address, Math.max(0, e.getIndex())));
        }
    }

    private static String fix(String address, int at) {
        char sign = at < address.length() ? address.charAt(at) : '%';
        return sign == '%'
                ? "holds a % without the two hexadecimal digits that belong to it; write %25 for the sign"
                : "holds \"%c\", which has to be written %%%02X".formatted(sign, (int) sign);
    }

    private void answer(RoutingContext context, String address, String why) {
        var accepts = context.request().getHeader(HttpHeaders.ACCEPT);
        if (page.isResolvable()
                && accepts != null
                && accepts.contains(MediaType.TEXT_HTML)
                && !address.startsWith("/api/")) {
            context.put(ProblemPage.BAD_ADDRESS, why).reroute(HttpMethod.GET, ProblemPage.BAD_ADDRESS);
        } else {
            var problem = Problem.badRequest("address", why);
            context.response()
                    .setStatusCode(problem.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, ProblemAnswers.PROBLEM_JSON)
                    .end(json(problem).encode());
        }
    }

    private static JsonObject json(Problem problem) {
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
