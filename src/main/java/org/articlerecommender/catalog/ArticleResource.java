package org.articlerecommender.catalog;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.articlerecommender.platform.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/articles")
@Tag(name = "Articles")
class ArticleResource {

    private static final int MOST = 1000;

    private final Catalog catalog;
    private final ArticleSources sources;

    ArticleResource(Catalog catalog, ArticleSources sources) {
        this.catalog = catalog;
        this.sources = sources;
    }

    @GET
    @Operation(summary = "Lists articles, newest announcement first")
    public ArticlePage list(
            @Parameter(description = "A category like cs.IR or an archive like cs", example = "cs.IR")
                    @QueryParam("category")
                    String category,
            @Parameter(description = "First announcement day", example = "2024-01-01") @QueryParam("from") String from,
            @Parameter(description = "Last announcement day") @QueryParam("to") String to,
            @Parameter(description = "Words in title or abstract", example = "retrieval") @QueryParam("q") String q,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @Parameter(description = "The `next` of the page before") @QueryParam("cursor") String cursor) {
        if (limit < 1 || limit > MOST) {
            throw Problem.badRequest("limit", "must be from 1 to %d".formatted(MOST));
        }
        var filter = new ArticleFilter(text("category", category), day("from", from), day("to", to), text("q", q));
        try {
            return catalog.page(filter, cursor == null || cursor.isBlank() ? null : cursor, limit);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("cursor", e.getMessage());
        }
    }

    // The id may hold a slash (hep-th/9901001); the longer paths under an article win by their literal end
    @GET
    @Path("/{id: .+}")
    @Operation(summary = "One article by its id; a version, a URL or the arXiv: prefix is taken too")
    public Article get(@Parameter(example = "2503.01234") @PathParam("id") String given) {
        var id = id(given);
        return catalog.find(id).orElseThrow(() -> unknown(id));
    }

    @GET
    @Path("/{id: .+}/sources")
    @Operation(summary = "Which of arXiv's services, or which import, told what is known of an article, and when")
    public Provenance sources(@Parameter(example = "2503.01234") @PathParam("id") String given) {
        var id = id(given);
        return sources.of(id).orElseThrow(() -> unknown(id));
    }

    private static ArticleId id(String given) {
        return ArticleId.parse(given)
                .orElseThrow(() -> Problem.badRequest("id", "expected an arXiv id like 2503.01234 or hep-th/9901001"));
    }

    private static RuntimeException unknown(ArticleId id) {
        return Problem.notFound("Article " + id + " is not in the catalog.");
    }

    private static String text(String field, String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (value.length() > 500 || value.indexOf('\0') >= 0) {
            throw Problem.badRequest(field, "at most 500 characters, none of them NUL");
        }
        return value.strip();
    }

    private static LocalDate day(String field, String value) {
        try {
            return value == null || value.isBlank() ? null : LocalDate.parse(value.strip());
        } catch (DateTimeParseException e) {
            throw Problem.badRequest(field, "expected a day like 2025-07-01");
        }
    }
}
