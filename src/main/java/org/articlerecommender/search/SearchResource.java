package org.articlerecommender.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.articlerecommender.catalog.Article;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/search")
@Tag(name = "Search")
class SearchResource {

    private final Search search;
    private final SearchConfig config;

    SearchResource(Search search, SearchConfig config) {
        this.search = search;
        this.config = config;
    }

    record Result(int position, double score, Article article, List<Highlight.Piece> snippet) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Results(UUID ranking, String source, String note, int total, Integer next, List<Result> items) {}

    @GET
    @Operation(
            summary = "Finds articles by words and by meaning, live at arXiv or among those stored here",
            description = """
                    When arXiv does not answer, `source` is local and `note` says so. `total` is how many results there are \
                    to page through, `next` the `offset` of the next page. `snippet` is the sentence of the abstract with \
                    most of the words, in pieces: those with `hit` are words that were searched for.""")
    public Results find(@BeanParam SearchParameters given) {
        var request = given.request(config.length());
        var found = search.find(request);
        var items = found.items();
        var highlight = Highlight.of(request.query());
        int end = request.offset() + items.size();
        return new Results(
                found.ranking().id(),
                found.used().name().toLowerCase(Locale.ROOT),
                found.note(),
                found.ranking().candidates(),
                end < found.ranking().candidates() ? end : null,
                found.ranking().items().stream()
                        .map(line -> {
                            var article = items.get(line.position() - 1 - request.offset())
                                    .article();
                            return new Result(
                                    line.position(), line.score(), article, highlight.snippet(article.summary()));
                        })
                        .toList());
    }
}
