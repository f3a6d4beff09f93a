package org.articlerecommender.ranking;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.articlerecommender.platform.OperatorOnly;
import org.articlerecommender.platform.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/models")
@OperatorOnly
@Tag(name = "Models", description = "For the operator")
class ModelResource {

    private final ModelRegistry models;

    ModelResource(ModelRegistry models) {
        this.models = models;
    }

    record Listing(ModelRegistry.Serving serving, List<TrainedModel> items) {}

    @GET
    @Operation(summary = "Every model, the newest first, and what orders lists now; no id means the fallback")
    public Listing list() {
        return new Listing(models.serving(), models.all());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One model with its metrics and its numbers")
    public TrainedModel get(@PathParam("id") String id) {
        return find(id);
    }

    @POST
    @Path("/{id}/promote")
    @Operation(summary = "Makes a model the one that serves; 409 when it cannot be used")
    public TrainedModel promote(@PathParam("id") String id) {
        models.promote(id, "Promoted by the operator");
        return find(id);
    }

    @POST
    @Path("/{id}/rollback")
    @Operation(summary = "Takes the active model back: its parent serves again or, without one, the fallback")
    public TrainedModel rollback(@PathParam("id") String id) {
        models.rollback(id, "Rolled back by the operator");
        return find(id);
    }

    @POST
    @Path("/{id}/challenge")
    @Operation(
            summary = "Drafts a model's lines into live lists beside those of the active one",
            description =
                    "What readers open decides: the job `watch` promotes or retires it. 409 when it cannot be used")
    public TrainedModel challenge(@PathParam("id") String id) {
        models.challenge(id, "Set to challenge by the operator");
        return find(id);
    }

    @POST
    @Path("/{id}/withdraw")
    @Operation(summary = "Ends a model's challenge; 409 when it does not challenge")
    public TrainedModel withdraw(@PathParam("id") String id) {
        models.withdraw(id, "Withdrawn by the operator");
        return find(id);
    }

    private TrainedModel find(String id) {
        return models.find(id).orElseThrow(() -> Problem.notFound("There is no model " + id + "."));
    }
}
