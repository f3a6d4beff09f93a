package org.articlerecommender.web;

import static java.util.stream.Collectors.toMap;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.search.Search;
import org.jboss.resteasy.reactive.RestResponse;

/** Finds articles for a query, in arXiv itself or among those stored here. */
@Path("/search")
@Produces(MediaType.TEXT_HTML)
class SearchPage {

    private static final int LENGTH = 30;
    private static final int LONGEST = 500;

    private final Search search;
    private final Lists lists;
    private final Deeds deeds;
    private final Frame frame;

    SearchPage(Search search, Lists lists, Deeds deeds, Frame frame) {
        this.search = search;
        this.lists = lists;
        this.deeds = deeds;
        this.frame = frame;
    }

    /** Where to search, as a link. */
    public record Choice(String label, String address, boolean chosen) {}

    @CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Results(String query, List<Choice> sources, List<Row> rows, String note, Done done, String back)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SearchStart() implements TemplateInstance {}

    @GET
    public RestResponse<TemplateInstance> show(
            @QueryParam("q") String q, @QueryParam("source") String sourceName, @QueryParam("list") String list) {
        var query = q == null ? "" : q.strip();
        frame.typed(null, query);
        if (query.isEmpty()) {
            return RestResponse.ok(new SearchStart());
        }
        if (query.length() > LONGEST || query.chars().anyMatch(Character::isISOControl)) {
            frame.complain("A query has at most %d characters, on one line.".formatted(LONGEST));
            return RestResponse.status(Status.BAD_REQUEST, new SearchStart());
        }
        var source = source(sourceName);
        var marks = deeds.marks(frame.reader());
        // back from a form, the same list is shown and arXiv is not asked once more
        var before = lists.again(Lists.id(list), frame.reader()).filter(one -> query.equals(one.query()));
        if (before.isPresent()) {
            var rows = lists.rows(before.get(), 1, LENGTH, Map.of(), marks);
            return RestResponse.ok(
                    results(query, source, rows, null, before.get().id()));
        }
        var found = search.find(new Search.Request(
                query,
                source,
                Search.Filter.NONE,
                Search.Order.RELEVANCE,
                frame.reader().orElse(null),
                0,
                LENGTH));
        var articles = found.items().stream().map(Search.Item::article).collect(toMap(Article::id, one -> one));
        var rows = lists.rows(found.ranking(), 1, LENGTH, articles, marks);
        return RestResponse.ok(
                results(query, found.used(), rows, found.note(), found.ranking().id()));
    }

    private Results results(String query, Search.Source used, List<Row> rows, String note, UUID list) {
        var choices = List.of(
                choice(query, Search.Source.ARXIV, "arXiv, live", used),
                choice(query, Search.Source.LOCAL, "stored here", used),
                choice(query, Search.Source.HYBRID, "both", used));
        return new Results(query, choices, rows, note, frame.done(), address(query, used) + "&list=" + list);
    }

    private static Search.Source source(String name) {
        return Arrays.stream(Search.Source.values())
                .filter(one -> one.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(Search.Source.ARXIV);
    }

    private static Choice choice(String query, Search.Source source, String label, Search.Source used) {
        return new Choice(label, address(query, source), source == used);
    }

    private static String address(String query, Search.Source source) {
        return UriBuilder.fromPath("/search")
                .queryParam("q", "{q}")
                .queryParam("source", source.name().toLowerCase(Locale.ROOT))
                .build(query)
                .toString();
    }
}
