package org.articlerecommender.web;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.articlerecommender.platform.OperatorOnly;
import org.articlerecommender.ranking.ModelRegistry;

/** What the operator may do to a model, a button each. */
@Path("/operator/models/{id}")
@Produces(MediaType.TEXT_HTML)
@OperatorOnly
class ModelPage {

    private final ModelRegistry models;

    ModelPage(ModelRegistry models) {
        this.models = models;
    }

    @POST
    @Path("/promote")
    public Response promote(@PathParam("id") String id) {
        models.promote(id, "Promoted by the operator");
        return back();
    }

    @POST
    @Path("/rollback")
    public Response rollback(@PathParam("id") String id) {
        models.rollback(id, "Rolled back by the operator");
        return back();
    }

    @POST
    @Path("/challenge")
    public Response challenge(@PathParam("id") String id) {
        models.challenge(id, "Set to challenge by the operator");
        return back();
    }

    @POST
    @Path("/withdraw")
    public Response withdraw(@PathParam("id") String id) {
        models.withdraw(id, "Withdrawn by the operator");
        return back();
    }

    private static Response back() {
        return Response.seeOther(URI.create("/operator#models")).build();
    }
}
