package org.articlerecommender.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.platform.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/search")
@Tag(name = "Search")
class SearchResource {

    private static final int LONGEST_QUERY = 1000;
    private static final int MOST = 200;

    private final Search search;
    private final SearchConfig config;

    SearchResource(Search search, SearchConfig config) {
        this.search = search;
        this.config = config;
    }

    record Result(int position, double score, Article article) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Results(UUID ranking, String source, String note, List<Result> items) {}

    @GET
    @Operation(
            summary = "Finds articles by words and by meaning, live at arXiv or among those stored here",
            description = "When arXiv does not answer, `source` is local and `note` says so.")
    public Results find(
            @Parameter(required = true, example = "dense retrieval") @QueryParam("q") String q,
            @Parameter(description = "arxiv, local (the default) or hybrid", example = "local") @QueryParam("source")
                    String source,
            @Parameter(description = "Who searches, for the record") @QueryParam("user") String user,
            @Parameter(example = "10") @QueryParam("limit") Integer limit) {
        if (q == null || q.isBlank() || q.length() > LONGEST_QUERY || q.indexOf('\0') >= 0) {
            throw Problem.badRequest("q", "expected 1 to %d characters to search for".formatted(LONGEST_QUERY));
        }
        int most = limit == null ? config.length() : limit;
        if (most < 1 || most > MOST) {
            throw Problem.badRequest("limit", "must be from 1 to %d".formatted(MOST));
        }
        var found = search.find(q.strip(), source(source), reader(user), most);
        var items = found.items();
        return new Results(
                found.ranking().id(),
                found.used().name().toLowerCase(Locale.ROOT),
                found.note(),
                found.ranking().items().stream()
                        .map(line -> new Result(
                                line.position(),
                                line.score(),
                                items.get(line.position() - 1).article()))
                        .toList());
    }

    private static Search.Source source(String given) {
        if (given == null || given.isBlank()) {
            return Search.Source.LOCAL;
        }
        return Arrays.stream(Search.Source.values())
                .filter(one -> one.name().equalsIgnoreCase(given.strip()))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest("source", "expected arxiv, local or hybrid"));
    }

    private static ReaderId reader(String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        return ReaderId.parse(given)
                .orElseThrow(() -> Problem.badRequest("user", "expected 1 to 128 visible characters"));
    }
}
