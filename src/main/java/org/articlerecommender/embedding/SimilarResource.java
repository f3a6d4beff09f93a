package org.articlerecommender.embedding;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.platform.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/articles")
@Tag(name = "Articles")
class SimilarResource {

    private static final int MOST = 200;

    private final Catalog catalog;
    private final Embedding embedding;
    private final ArticleVectors vectors;

    SimilarResource(Catalog catalog, Embedding embedding, ArticleVectors vectors) {
        this.catalog = catalog;
        this.embedding = embedding;
        this.vectors = vectors;
    }

    record Similar(List<Item> items) {}

    record Item(
            ArticleId id,
            String title,
            double score,
            @JsonProperty("primary_category") String primaryCategory,
            LocalDate announced) {}

    @GET
    @Path("/{id: .+}/similar")
    @Operation(summary = "The articles most like one, nearest first; the score is the cosine of title and abstract")
    public Similar similar(
            @Parameter(example = "2503.01234") @PathParam("id") String given,
            @QueryParam("limit") @DefaultValue("10") int limit) {
        var id = ArticleId.parse(given)
                .orElseThrow(() -> Problem.badRequest("id", "expected an arXiv id like 2503.01234 or hep-th/9901001"));
        if (limit < 1 || limit > MOST) {
            throw Problem.badRequest("limit", "must be from 1 to %d".formatted(MOST));
        }
        if (vectors.of(id).isEmpty()) {
            catalog.find(id).orElseThrow(() -> Problem.notFound("Article " + id + " is not in the catalog."));
            embedding.embedNow(List.of(id));
        }
        var near = vectors.similar(id, limit);
        var known = catalog.find(near.stream().map(Neighbour::article).toList());
        var items = new ArrayList<Item>(near.size());
        for (var neighbour : near) {
            var article = known.get(neighbour.article());
            if (article != null) {
                items.add(new Item(
                        article.id(),
                        article.title(),
                        neighbour.similarity(),
                        article.primaryCategory(),
                        article.announced()));
            }
        }
        return new Similar(items);
    }
}
