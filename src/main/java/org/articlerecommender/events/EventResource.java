package org.articlerecommender.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.articlerecommender.platform.OperatorOnly;
import org.articlerecommender.platform.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/events")
@Tag(name = "Events")
class EventResource {

    private static final int MOST = 1000;

    private final EventIntake intake;
    private final ObjectMapper json;

    EventResource(EventIntake intake, ObjectMapper json) {
        this.intake = intake;
        this.json = json;
    }

    /** {@code recorded} is less than {@code received} when some were recorded before. */
    record Recorded(int received, int recorded) {}

    record Imported(int lines, int recorded, List<SeedLog.Rejected> rejected, SeedCounts distinct) {}

    @POST
    @Operation(
            summary = "Records what a reader did: one event or a list of up to 1,000",
            description =
                    "All or nothing: one event that cannot be taken refuses the whole list, and the answer names it.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = EventRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "a search",
                                            value =
                                                    "{\"user\":\"ada\",\"type\":\"search\",\"query\":\"dense retrieval\"}")))
    public Recorded record(JsonNode body) throws JsonProcessingException {
        if (body == null || !body.isObject() && !body.isArray()) {
            throw Problem.badRequest("body", "expected an event or a list of events");
        }
        if (body.isObject()) {
            return new Recorded(1, intake.record(List.of(json.treeToValue(body, EventRequest.class)), false));
        }
        if (body.size() > MOST) {
            throw Problem.tooLarge("body", "at most %d events at once, got %d".formatted(MOST, body.size()));
        }
        return new Recorded(
                body.size(), intake.record(Arrays.asList(json.treeToValue(body, EventRequest[].class)), true));
    }

    @POST
    @Path("/import")
    @OperatorOnly
    @Consumes(MediaType.TEXT_PLAIN)
    @Operation(
            summary = "Imports a log file of the original; the same file again records nothing new",
            description = "A line that cannot be read costs that line only and is named in the answer.")
    public Imported importLog(String text) {
        var log = SeedLog.read(() -> text.lines().iterator());
        int recorded = intake.record(log);
        return new Imported(log.lineCount(), recorded, log.rejected(), SeedCounts.of(log.lines()));
    }
}
