package org.articlerecommender.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/** Tells browsers what a page of ours may do: nothing with other sites, and no script but ours. */
@Provider
class PageHeaders implements ContainerResponseFilter {

    // KaTeX sets sizes and heights of formulas as style attributes, so styles may be inline; scripts may not.
    private static final String POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
            + " object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var type = response.getMediaType();
        if (type != null && type.isCompatible(MediaType.TEXT_HTML_TYPE) && !type.isWildcardType()) {
            var headers = response.getHeaders();
            headers.putSingle(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8");
            headers.putSingle("Content-Security-Policy", POLICY);
            headers.putSingle("Referrer-Policy", "same-origin");
            headers.putSingle(HttpHeaders.VARY, "Cookie, HX-Request");
            headers.putSingle(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        }
    }
}
