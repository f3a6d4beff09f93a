package org.articlerecommender.features;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.articlerecommender.platform.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/features/historical")
@Tag(name = "Features")
class HistoricalResource {

    private static final String NDJSON = "application/x-ndjson";
    private static final String EXAMPLE =
            "{\"features\": [\"user_daily_stats:clicks_7d\", \"reader_article:age_days\"]}\n"
                    + "{\"user_id\": \"ada\", \"entry_id\": \"2503.01234\", \"event_timestamp\": \"2025-03-05T06:00:00Z\"}";

    private final FeatureNames names;
    private final HistoricalFeatures history;
    private final ObjectMapper json;

    HistoricalResource(FeatureNames names, HistoricalFeatures history, ObjectMapper json) {
        this.names = names;
        this.history = history;
        this.json = json;
    }

    /** The first line: what is asked of every row after it. */
    record Asked(
            List<String> features,
            String service,
            @JsonProperty("created_by") Instant createdBy) {}

    @POST
    @Consumes({NDJSON, "application/ndjson", "application/jsonl"})
    @Produces(NDJSON)
    @Operation(
            summary = "The values as they were known at past moments, one line out for each line in",
            description =
                    "The first line names the features or a service, and may give `created_by`: rows written to the"
                            + " history later do not count. Every further line is a reader, an article or both at an"
                            + " `event_timestamp`. The answer streams, in the order given, each line with `values`, `statuses` and"
                            + " `ages` in the order of the features. A line that cannot be read is answered by one with a"
                            + " `problem`, and costs that line only. A last line with a `problem` and no `line` says that the"
                            + " answer broke off. A body has at most 64 MB, some 700,000 lines; more go in several calls.")
    public Response join(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = NDJSON,
                                            schema = @Schema(implementation = String.class),
                                            example = EXAMPLE))
                    InputStream body)
            throws IOException {
        var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        var asked = asked(lines.readLine());
        var features = names.of(asked.features(), asked.service());
        StreamingOutput answer = out -> new HistoricalStream(json, lines, out)
                .run(to -> history.join(features, asked.createdBy(), to.rows(), to::write));
        return Response.ok(answer, NDJSON).build();
    }

    private Asked asked(String line) {
        if (line == null || line.isBlank() || line.strip().equals("null")) {
            throw Problem.badRequest("line 1", "expected {\"features\": […]}, then a line for each row");
        }
        try {
            return json.readValue(line, Asked.class);
        } catch (JsonMappingException e) {
            var field = e.getPath().isEmpty() ? "" : ", " + e.getPath().get(0).getFieldName();
            throw Problem.badRequest("line 1" + field, "expected {\"features\": […], \"created_by\": an ISO time}");
        } catch (JsonProcessingException e) {
            throw Problem.badRequest("line 1", "not JSON; expected {\"features\": […]}");
        }
    }
}
