package org.articlerecommender.recommend;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.events.ShownRanking;
import org.articlerecommender.platform.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The original's call for recommendations (SEED A5 to A9), byte for byte. */
@Path("/recommendations")
@Tag(name = "Recommendations")
class SeedResource {

    private final Recommendations recommendations;
    private final RecommendConfig config;

    SeedResource(Recommendations recommendations, RecommendConfig config) {
        this.recommendations = recommendations;
        this.config = config;
    }

    @GET
    @Operation(summary = "The original's call: up to ten documents for a user, best first")
    public List<SeedDocument> recommend(
            @Parameter(required = true, example = "ada") @QueryParam("user_id") String user) {
        if (user == null || user.isBlank()) {
            throw Problem.unprocessable("user_id", "is required");
        }
        var reader = ReaderId.parse(user)
                .orElseThrow(() -> Problem.badRequest("user_id", "expected 1 to 128 visible characters"));
        return recommendations.of(reader, config.length(), ShownRanking.Kind.API).items().stream()
                .map(item -> SeedDocument.of(item.article()))
                .toList();
    }
}
