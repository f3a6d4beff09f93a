package org.articlerecommender.platform;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Lets only the operator through to what is {@link OperatorOnly}. */
@Provider
@OperatorOnly
class OperatorGuard implements ContainerRequestFilter {

    static final String COOKIE = "operator";

    private final Optional<String> token;
    private final HttpServerRequest request;

    OperatorGuard(@ConfigProperty(name = "operator.token") Optional<String> token, HttpServerRequest request) {
        this.token = token.filter(one -> !one.isBlank());
        this.request = request;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        if (token.isPresent()) {
            if (!sentBy(context).filter(this::isToken).isPresent()) {
                throw Problem.forbidden(
                        "This is for the operator: send the operator token as \"Authorization: Bearer …\".");
            }
        } else if (forwarded(context) || !isLoopback(request.remoteAddress().hostAddress())) {
            throw Problem.forbidden("This is for the operator: call it from the machine itself,"
                    + " or set OPERATOR_TOKEN and send it as \"Authorization: Bearer …\".");
        }
    }

    private static Optional<String> sentBy(ContainerRequestContext context) {
        var header = context.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return Optional.of(header.substring(7).strip());
        }
        return Optional.ofNullable(context.getCookies().get(COOKIE)).map(cookie -> cookie.getValue());
    }

    private boolean isToken(String sent) {
        return MessageDigest.isEqual(
                sent.getBytes(StandardCharsets.UTF_8), token.orElseThrow().getBytes(StandardCharsets.UTF_8));
    }

    // behind a proxy on the same machine everyone looks local
    private static boolean forwarded(ContainerRequestContext context) {
        return context.getHeaderString("X-Forwarded-For") != null || context.getHeaderString("Forwarded") != null;
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
