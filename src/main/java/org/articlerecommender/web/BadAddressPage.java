package org.articlerecommender.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.articlerecommender.platform.Problem;
import org.articlerecommender.platform.ProblemPage;

/** Where people are led who follow an address that cannot be read; by itself it is nowhere. */
@Path(ProblemPage.BAD_ADDRESS)
@Produces(MediaType.TEXT_HTML)
class BadAddressPage {

    private final RoutingContext request;

    BadAddressPage(RoutingContext request) {
        this.request = request;
    }

    @GET
    public String show() {
        String why = request.get(ProblemPage.BAD_ADDRESS);
        throw why == null ? Problem.notFound("There is nothing at this address.") : Problem.badRequest("address", why);
    }
}
