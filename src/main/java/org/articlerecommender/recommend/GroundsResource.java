package org.articlerecommender.recommend;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.platform.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/users")
@Tag(name = "Recommendations")
class GroundsResource {

    private final Reasons reasons;
    private final Catalog catalog;

    GroundsResource(Reasons reasons, Catalog catalog) {
        this.reasons = reasons;
        this.catalog = catalog;
    }

    // An id of before 2007 has a slash in it
    @GET
    @Path("/{user}/why/{id: .+}")
    @Operation(
            summary = "Why an article stands where it stands for a user",
            description =
                    "Names the user's own articles, the words and the authors that speak most for it."
                            + " `positionWithout` is computed: the user's interest and features are made anew without that"
                            + " article and all candidates are ranked again. Send an event of type `forget` for an article that should no longer count.")
    public Grounds why(
            @Parameter(example = "ada") @PathParam("user") String user,
            @Parameter(example = "2503.01234") @PathParam("id") String id) {
        var reader = ReaderId.parse(user)
                .orElseThrow(() -> Problem.badRequest("user", "expected 1 to 128 visible characters"));
        var article = ArticleId.parse(id)
                .flatMap(catalog::find)
                .orElseThrow(() -> Problem.notFound("No article with this id is known here."));
        return reasons.of(reader, article);
    }
}
