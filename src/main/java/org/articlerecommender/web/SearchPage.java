package org.articlerecommender.web;

import static java.util.stream.Collectors.toMap;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Map;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.events.ShownRanking;
import org.articlerecommender.platform.Problem;
import org.articlerecommender.search.Highlight;
import org.articlerecommender.search.Highlight.Piece;
import org.articlerecommender.search.Search;
import org.jboss.resteasy.reactive.RestResponse;

/** Finds articles for a query, in arXiv itself or among those stored here. */
@Path("/search")
@Produces(MediaType.TEXT_HTML)
class SearchPage {

    private static final int LENGTH = 30;
    private static final int LONGEST = 500;
    // what one search keeps to page through
    private static final int KEPT = 120;

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

    private record Listed(ShownRanking ranking, Map<ArticleId, Article> articles, Search.Source used, String note) {}

    /** Something that can be chosen, as a link. */
    public record Choice(String label, String address, boolean chosen) {}

    /** A result with the words that were searched for. */
    public record Line(Row row, List<Piece> title, List<Piece> snippet) {}

    @CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Results(
            SearchForm form,
            List<Choice> sources,
            List<Choice> orders,
            List<Choice> facets,
            List<Line> lines,
            Pages pages,
            String note,
            Done done,
            String back)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SearchStart() implements TemplateInstance {}

    @GET
    public RestResponse<TemplateInstance> show(@BeanParam SearchForm form) {
        frame.typed(null, form.query());
        if (form.query().isEmpty()) {
            return RestResponse.ok(new SearchStart());
        }
        if (form.query().length() > LONGEST || form.query().chars().anyMatch(Character::isISOControl)) {
            frame.complain("A query has at most %d characters, on one line.".formatted(LONGEST));
            return RestResponse.status(Status.BAD_REQUEST, new SearchStart());
        }
        try {
            return RestResponse.ok(results(form, listed(form)));
        } catch (Problem wrong) {
            frame.complain(wrong.getMessage());
            return RestResponse.status(Status.BAD_REQUEST, new SearchStart());
        }
    }

    private Listed listed(SearchForm form) {
        var request = form.request(frame.reader().orElse(null), KEPT);
        // on another page and back from a form, the same list is shown and arXiv is not asked once more
        var before = lists.again(Lists.id(form.list()), frame.reader())
                .filter(one -> form.query().equals(one.query()));
        if (before.isPresent()) {
            return new Listed(before.get(), lists.articles(before.get()), form.where(), null);
        }
        var found = search.find(request);
        var articles = found.items().stream().map(Search.Item::article).collect(toMap(Article::id, one -> one));
        return new Listed(found.ranking(), articles, found.used(), found.note());
    }

    private Results results(SearchForm asked, Listed found) {
        var form = asked.in(found.used());
        var list = found.ranking();
        int first =
                Math.min((asked.number() - 1) * LENGTH, Math.max(0, list.items().size() - 1)) / LENGTH * LENGTH + 1;
        var rows = list.items().isEmpty()
                ? List.<Row>of()
                : lists.rows(list, first, LENGTH, found.articles(), deeds.marks(frame.reader()));
        var highlight = Highlight.of(form.query());
        var lines = rows.stream()
                .map(row -> new Line(
                        row,
                        highlight.in(row.article().title()),
                        highlight.snippet(row.article().summary())))
                .toList();
        var back = form.at(first / LENGTH + 1, list.id()).address();
        return new Results(
                form,
                sources(form),
                orders(form),
                Facets.of(found.articles().values(), form),
                lines,
                pages(form, list, first),
                found.note(),
                frame.done(),
                back);
    }

    private static Pages pages(SearchForm form, ShownRanking list, int first) {
        int total = list.items().size();
        int last = Math.min(total, first + LENGTH - 1);
        int page = first / LENGTH + 1;
        return new Pages(
                first,
                last,
                total,
                page > 1 ? form.at(page - 1, list.id()).address() : null,
                last < total ? form.at(page + 1, list.id()).address() : null);
    }

    private static List<Choice> sources(SearchForm form) {
        return List.of(
                source(form, Search.Source.ARXIV, "arXiv, live"),
                source(form, Search.Source.LOCAL, "stored here"),
                source(form, Search.Source.HYBRID, "both"));
    }

    private static Choice source(SearchForm form, Search.Source source, String label) {
        return new Choice(label, form.in(source).address(), source == form.where());
    }

    private static List<Choice> orders(SearchForm form) {
        boolean newest = "newest".equalsIgnoreCase(form.sort());
        return List.of(
                new Choice("best first", form.sorted(Search.Order.RELEVANCE).address(), !newest),
                new Choice("newest first", form.sorted(Search.Order.NEWEST).address(), newest));
    }
}
