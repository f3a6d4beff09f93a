package org.articlerecommender.features;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.articlerecommender.platform.OperatorOnly;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/features")
@OperatorOnly
@Tag(name = "Features")
class PlanResource {

    private final FeatureRegistry registry;

    PlanResource(FeatureRegistry registry) {
        this.registry = registry;
    }

    record Request(String plan) {}

    @GET
    @Path("/plan")
    @Operation(
            summary = "What applying the definitions would add, change and remove, and what that does to stored values",
            description = "For the operator.")
    public DefinitionPlan plan() {
        return registry.plan();
    }

    @POST
    @Path("/apply")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Applies the definitions, all or nothing, and answers with what was changed",
            description = "For the operator. With {\"plan\": id} it is refused (409) when the plan has changed since. "
                    + "Applying again changes nothing. Stored values are never deleted.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Request.class),
                            example = "{}"))
    public DefinitionPlan apply(Request request) {
        return registry.apply(request == null ? null : request.plan(), "operator");
    }
}
