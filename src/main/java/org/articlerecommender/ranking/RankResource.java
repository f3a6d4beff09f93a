package org.articlerecommender.ranking;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1")
@Tag(name = "Ranking")
class RankResource {

    private static final String RANK = """
            {"asOf": "2025-07-01",
             "liked": [{"id": "2503.01234", "title": "Dense retrieval with small encoders",
                        "abstract": "We train small encoders for retrieval.", "at": "2025-06-20"}],
             "disliked": [],
             "candidates": ["2506.00001", {"id": "mine-7", "title": "Sparse retrieval at scale"}]}
            """;

    private static final String RERANK = """
            {"query": "retrieval with small models",
             "documents": [{"id": "mine-1", "title": "Dense retrieval with small encoders"},
                           {"id": "mine-2", "title": "Cooling of superconducting qubits"}],
             "user": "ada"}
            """;

    private final ProfileRanking profiles;
    private final QueryRanking queries;

    RankResource(ProfileRanking profiles, QueryRanking queries) {
        this.profiles = profiles;
        this.queries = queries;
    }

    @POST
    @Path("/rank")
    @Operation(
            summary = "Ranks candidates for a reader of whom only the request tells",
            description =
                    "Every candidate comes back once, best first, with its id as given. Nothing dated asOf or later"
                            + " is used. Nothing of the request is kept.")
    public RankAnswer rank(
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = RankRequest.class),
                                            example = RANK))
                    @Valid
                    @NotNull(message = "a body is required")
                    RankRequest request) {
        return profiles.rank(request);
    }

    @POST
    @Path("/rerank")
    @Operation(
            summary = "Ranks documents by how well they fit a query, and a reader's interests when one is given",
            description = "Every document comes back once, best first, with its id as given.")
    public RankAnswer rerank(
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = QueryRanking.Request.class),
                                            example = RERANK))
                    @Valid
                    @NotNull(message = "a body is required")
                    QueryRanking.Request request) {
        return queries.rank(request);
    }
}
