package org.articlerecommender.features;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.articlerecommender.features.PushedValues.Sent;
import org.articlerecommender.features.PushedValues.Taken;
import org.articlerecommender.platform.OperatorOnly;
import org.articlerecommender.platform.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/features/push")
@OperatorOnly
@Tag(name = "Features")
class PushResource {

    private static final int MOST = 1000;

    private static final String EXAMPLE = """
            {"view": "article_signals", "rows": [{"entry_id": "2503.01234", "event_timestamp": "2025-03-05T06:00:00Z",
             "values": {"citations": 3, "has_code": true, "venue": null, "topics": ["retrieval"]}}]}""";

    private final PushedValues values;

    PushResource(PushedValues values) {
        this.values = values;
    }

    record Request(String view, List<Sent> rows) {}

    @POST
    @Operation(
            summary = "Takes values of a view with the source push; they are served when this answers",
            description =
                    "For the operator. All rows are taken or none; what is wrong is named field by field. An older"
                            + " value never replaces a newer one in serving; the history keeps both.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Request.class),
                            examples = @ExampleObject(name = "an article", value = EXAMPLE)))
    public Taken push(Request request) {
        if (request == null || request.view() == null) {
            throw Problem.badRequest("view", "expected {\"view\": …, \"rows\": […]}");
        }
        if (request.rows() == null || request.rows().isEmpty() || request.rows().size() > MOST) {
            throw Problem.badRequest("rows", "expected 1 to %d".formatted(MOST));
        }
        return values.take(request.view(), request.rows());
    }
}
