package org.articlerecommender.training;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.articlerecommender.platform.OperatorOnly;
import org.articlerecommender.platform.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/api/v1/evaluations")
@OperatorOnly
@Tag(name = "Models", description = "For the operator")
class EvaluationResource {

    private static final int MOST = 100;
    private static final int LONGEST_NAME = 200;

    private final Evaluations evaluations;
    private final EvaluationText tables;

    EvaluationResource(Evaluations evaluations, EvaluationText tables) {
        this.evaluations = evaluations;
        this.tables = tables;
    }

    /** @param model to measure beside what serves, or null; {@code days} of the own log, 30 when absent */
    record Asked(String model, @Min(1) @Max(3650) Integer days) {}

    record Listing(List<Evaluation> items) {}

    @GET
    @Operation(summary = "What was measured, the newest first")
    public Listing list(@QueryParam("limit") @DefaultValue("20") int limit) {
        if (limit < 1 || limit > MOST) {
            throw Problem.badRequest("limit", "must be from 1 to %d".formatted(MOST));
        }
        return new Listing(evaluations.newest(limit));
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "One measurement with every figure and interval")
    public Evaluation one(@PathParam("id") String id) {
        try {
            return evaluations
                    .find(UUID.fromString(id))
                    .orElseThrow(() -> Problem.notFound("There is no evaluation " + id + "."));
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("id", "expected the UUID of an evaluation");
        }
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(hidden = true)
    public String table(@PathParam("id") String id) {
        return tables.of(one(id));
    }

    @POST
    @ResponseStatus(202)
    @Operation(summary = "Measures on the own log; 404 for an unknown model")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Asked.class),
                            example = "{\"days\": 30}"))
    public Evaluation ownLog(@Valid Asked asked) {
        var wanted = asked == null ? new Asked(null, null) : asked;
        int days = wanted.days() == null ? Measurement.DAYS : wanted.days();
        return evaluations.ask(Evaluation.OWN_LOG, wanted.model(), days, null);
    }

    @POST
    @Path("/file")
    @Consumes({"application/x-ndjson", MediaType.TEXT_PLAIN, MediaType.APPLICATION_JSON})
    @ResponseStatus(202)
    @Operation(
            summary = "Measures on the log in the body, one JSON object a line",
            description = "A line is a list, `{\"reader\", \"at\", \"items\": [{\"article\", \"actions\": [\"expand\"],"
                    + " \"features\"?: {name: value}}]}`, or a reader, `{\"user\", \"history\": [{\"arxiv_id\","
                    + " \"title\", \"abstract\", \"avail\"}], \"days\": [{\"day\", \"candidates\": [ids],"
                    + " \"positives\": [ids]}]}`. Articles are found in the catalog; a line that cannot be read"
                    + " costs that line only.")
    public Evaluation file(
            String log, @QueryParam("name") @DefaultValue("a file") String name, @QueryParam("model") String model) {
        if (log == null || log.isBlank()) {
            throw Problem.badRequest("body", "expected one JSON object a line");
        }
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw Problem.badRequest("name", "expected 1 to %d characters".formatted(LONGEST_NAME));
        }
        if (log.indexOf('\0') >= 0) {
            throw Problem.badRequest("body", "holds a zero byte, which is no text");
        }
        return evaluations.ask(name, model, null, log);
    }
}
