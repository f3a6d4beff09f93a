package org.articlerecommender.features;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.unchecked.Unchecked;
import io.vertx.core.Context;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.platform.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/features")
@Tag(name = "Features")
class FeatureResource {

    private static final int MOST_ENTITIES = 1000;
    private static final String EXAMPLE = """
            {"features": ["user_daily_stats:clicks_7d", "reader_article:age_days"],
             "entities": [{"user_id": "ada", "entry_id": "2503.01234"}]}""";

    private final FeatureDefinitions definitions;
    private final FeatureNames names;
    private final CurrentFeatures current;
    private final ObjectWriter json;

    FeatureResource(FeatureDefinitions definitions, FeatureNames names, CurrentFeatures current, ObjectMapper mapper) {
        this.definitions = definitions;
        this.names = names;
        this.current = current;
        this.json = mapper.writerFor(Answer.class);
    }

    record Views(List<View> views, List<FeatureService> services) {}

    record View(
            String name,
            Entity entity,
            @JsonProperty("join_keys") List<String> joinKeys,
            String ttl,
            boolean online,
            Source.Kind source,
            About about,
            List<Declared> features) {}

    record Declared(
            String name,
            Dtype dtype,
            @JsonProperty("default") Object byDefault,
            String description,
            String owner,
            List<String> tags,
            String hash) {}

    record Request(List<String> features, String service, List<Keys> entities) {}

    record Keys(
            @JsonProperty("user_id") ReaderId userId,
            @JsonProperty("entry_id") ArticleId entryId,
            String category,
            String author) {

        EntityKeys given() {
            return new EntityKeys(userId, entryId, category, author);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(List<String> features, List<Result> results, String degraded) {}

    record Result(
            @JsonProperty("user_id") ReaderId userId,
            @JsonProperty("entry_id") ArticleId entryId,
            @JsonInclude(JsonInclude.Include.NON_NULL) String category,
            @JsonInclude(JsonInclude.Include.NON_NULL) String author,
            @JsonSerialize(contentUsing = ValueJson.class) List<Object> values,
            List<FeatureReading.Status> statuses,
            List<Long> ages) {}

    @GET
    @Path("/views")
    @Operation(summary = "Every feature as it is declared, and the lists that models read")
    public Views views() {
        return new Views(definitions.views().stream().map(FeatureResource::view).toList(), definitions.services());
    }

    @POST
    @Path("/online")
    @Operation(
            summary = "Current values, each with whether it is present, expired or missing and its age in seconds",
            description = "Name the features, or a service for all of its features. An expired or missing value is "
                    + "answered with its default. A feature of a reader and a category takes the category of the article "
                    + "unless one is given.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Request.class),
                            examples = @ExampleObject(name = "a reader and an article", value = EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "In the order asked for",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Answer.class)))
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Object> online(Request request) {
        if (request == null) {
            throw Problem.badRequest("body", "expected {\"features\": […], \"entities\": […]}");
        }
        var names = this.names.of(request.features(), request.service());
        var entities = entities(request);
        var answer = current.reading(names, entities.stream().map(Keys::given).toList())
                .map(read -> answer(names, entities, read));
        // written by the thread that made it; what is not asked for on an event loop goes out while it is written
        return Context.isOnEventLoopThread()
                ? answer.map(Unchecked.function(json::writeValueAsBytes))
                : answer.map(whole -> whole);
    }

    private static Answer answer(List<String> names, List<Keys> entities, CurrentFeatures.Readings read) {
        var results = new ArrayList<Result>(entities.size());
        for (int i = 0; i < entities.size(); i++) {
            results.add(result(entities.get(i), read.rows().get(i)));
        }
        return new Answer(names, results, read.degraded());
    }

    private static List<Keys> entities(Request request) {
        var entities = request.entities();
        if (entities == null || entities.isEmpty() || entities.size() > MOST_ENTITIES) {
            throw Problem.badRequest("entities", "expected 1 to %d".formatted(MOST_ENTITIES));
        }
        for (int i = 0; i < entities.size(); i++) {
            var keys = entities.get(i);
            if (keys == null || keys.userId() == null && keys.entryId() == null) {
                throw Problem.badRequest(
                        "entities[%d]".formatted(i),
                        "needs user_id, entry_id or both; with user_id also category or author");
            }
        }
        return entities;
    }

    private static Result result(Keys keys, List<FeatureReading> readings) {
        return new Result(
                keys.userId(),
                keys.entryId(),
                keys.category(),
                keys.author(),
                new ReadingColumn<>(readings, FeatureReading::value),
                new ReadingColumn<>(readings, FeatureReading::status),
                new ReadingColumn<>(readings, FeatureReading::age));
    }

    private static View view(FeatureView view) {
        return new View(
                view.name(),
                view.entity(),
                view.entity().joinKeys(),
                view.ttl() == null ? null : view.ttl().toString(),
                view.online(),
                view.source().kind(),
                view.about(),
                view.features().stream()
                        .map(feature -> new Declared(
                                feature.name(),
                                feature.dtype(),
                                feature.byDefault(),
                                feature.description(),
                                feature.about().owner(),
                                feature.about().tags(),
                                feature.hash()))
                        .toList());
    }
}
