package org.articlerecommender.platform;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/**
 * Refuses changes that another web site makes in a reader's browser. Browsers say where a request comes from
 * ({@code Sec-Fetch-Site}); programs do not send that header and are let through.
 */
@Provider
class SameOrigin implements ContainerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OURS = Set.of("same-origin", "none");

    @Override
    public void filter(ContainerRequestContext context) {
        var site = context.getHeaderString("Sec-Fetch-Site");
        if (site != null && !OURS.contains(site) && !READING.contains(context.getMethod())) {
            throw Problem.forbidden("This request comes from another web site.");
        }
    }
}
