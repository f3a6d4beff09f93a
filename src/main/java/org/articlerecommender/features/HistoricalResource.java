package org.articlerecommender.features;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.articlerecommender.features.HistoricalStream.Form;
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

    private static final String EXPECTED = "expected {\"features\": […], \"created_by\": an ISO time}";

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

            @JsonProperty("created_by") @JsonDeserialize(using = IsoMoment.class)
            Instant createdBy) {}

    @POST
    @Consumes({NDJSON, "application/ndjson", "application/jsonl"})
    @Produces(NDJSON)
    @Operation(
            summary = "The values as they were known at past moments, one line out for each line in",
            description =
                    "The first line names the features or a service, and may give `created_by`: rows written to the"
                            + " history later do not count. Every further line is a reader, an article or both at an"
                            + " `event_timestamp`, with a `category` or an `author` where features are of a reader and"
                            + " those. The answer streams, in the order given, each line with `values`, `statuses` and"
                            + " `ages` in the order of the features. A line that cannot be read is answered by one with a"
                            + " `problem`, and costs that line only. A last line with a `problem` and no `line` says that the"
                            + " answer broke off. As application/json the same is an object whose last field, `rows`, is the"
                            + " list of rows, and so is the answer. Neither is ever held as a whole, so that millions of"
                            + " rows go in one call.")
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
        var spooled = SpooledBody.of(body);
        var lines = new BufferedReader(new InputStreamReader(spooled, StandardCharsets.UTF_8), 1 << 16);
        return answer(spooled, NDJSON, () -> asked(lines.readLine()), new NdjsonRows(json, lines), Form.LINES);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Response joinJson(InputStream body) throws IOException {
        var spooled = SpooledBody.of(body);
        var rows = new JsonRows(json, spooled);
        return answer(spooled, MediaType.APPLICATION_JSON, () -> asked(rows), rows, Form.JSON);
    }

    private interface Question {
        Asked read() throws IOException;
    }

    private Response answer(SpooledBody body, String type, Question question, RowSource rows, Form form)
            throws IOException {
        try {
            var asked = question.read();
            var features = names.of(asked.features(), asked.service());
            StreamingOutput answer = out -> {
                try (body) {
                    new HistoricalStream(json, rows, out, form)
                            .run(to -> history.join(features, asked.createdBy(), to.rows(), to::write));
                }
            };
            return Response.ok(answer, type).build();
        } catch (IOException | RuntimeException e) {
            body.close();
            throw e;
        }
    }

    private Asked asked(JsonRows rows) throws IOException {
        try {
            return json.treeToValue(rows.head(), Asked.class);
        } catch (RowSource.Unreadable e) {
            throw Problem.badRequest("body", e.getMessage());
        } catch (JsonMappingException e) {
            var field = e.getPath().isEmpty() ? "body" : e.getPath().get(0).getFieldName();
            throw Problem.badRequest(field, EXPECTED);
        }
    }

    private Asked asked(String line) {
        if (line == null || line.isBlank() || line.strip().equals("null")) {
            throw Problem.badRequest("line 1", "expected {\"features\": […]}, then a line for each row");
        }
        try {
            return json.readValue(line, Asked.class);
        } catch (JsonMappingException e) {
            var field = e.getPath().isEmpty() ? "" : ", " + e.getPath().get(0).getFieldName();
            throw Problem.badRequest("line 1" + field, EXPECTED);
        } catch (JsonProcessingException e) {
            throw Problem.badRequest("line 1", "not JSON; expected {\"features\": […]}");
        }
    }
}
