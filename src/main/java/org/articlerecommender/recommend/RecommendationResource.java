package org.articlerecommender.recommend;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.events.ShownRanking;
import org.articlerecommender.platform.Problem;
import org.articlerecommender.ranking.Explanation;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/users")
@Tag(name = "Recommendations")
class RecommendationResource {

    private static final int MOST = 1000;

    private final Recommendations recommendations;
    private final RecommendConfig config;

    RecommendationResource(Recommendations recommendations, RecommendConfig config) {
        this.recommendations = recommendations;
        this.config = config;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            int position,
            double score,
            double propensity,
            boolean exploring,
            String why,
            Article article,
            Map<String, Double> features,
            Explanation explanation) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(String user, UUID ranking, String model, int candidates, String note, List<Line> items) {}

    @GET
    @Path("/{id}/recommendations")
    @Operation(
            summary = "A list for a user, best first, with the id to send back in events",
            description = "With `explain=true` each line has its feature values as served and what each added.")
    public Answer list(
            @Parameter(example = "ada") @PathParam("id") String user,
            @Parameter(example = "10") @QueryParam("limit") Integer limit,
            @QueryParam("explain") boolean explain) {
        var reader = ReaderId.parse(user)
                .orElseThrow(() -> Problem.badRequest("id", "expected 1 to 128 visible characters"));
        int length = limit == null ? config.length() : limit;
        if (length < 1 || length > MOST) {
            throw Problem.badRequest("limit", "must be from 1 to %d".formatted(MOST));
        }
        var made = recommendations.of(reader, length, ShownRanking.Kind.API);
        var shown = made.ranking();
        return new Answer(
                reader.value(),
                shown.id(),
                shown.model(),
                shown.candidates(),
                made.note(),
                shown.items().stream()
                        .map(line -> line(line, made.items().get(line.position() - 1), explain))
                        .toList());
    }

    private static Line line(ShownRanking.Item line, Recommended.Item item, boolean explain) {
        return new Line(
                line.position(),
                line.score(),
                line.propensity(),
                item.exploring(),
                item.why(),
                item.article(),
                explain ? features(line) : null,
                explain ? item.explanation() : null);
    }

    private static Map<String, Double> features(ShownRanking.Item line) {
        var values = new TreeMap<String, Double>();
        for (int i = 0; i < line.featureNames().size(); i++) {
            values.put(line.featureNames().get(i), line.features()[i]);
        }
        return values;
    }
}
