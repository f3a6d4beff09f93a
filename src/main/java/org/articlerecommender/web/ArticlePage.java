package org.articlerecommender.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.Map;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.ArticleVersion;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.events.EventType;
import org.articlerecommender.platform.Problem;

/** Everything about one article: on a page of its own, and as the details that a list shows in place. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
class ArticlePage {

    private final Catalog catalog;
    private final SimilarList similarList;
    private final Lists lists;
    private final Deeds deeds;
    private final Frame frame;

    ArticlePage(Catalog catalog, SimilarList similarList, Lists lists, Deeds deeds, Frame frame) {
        this.catalog = catalog;
        this.similarList = similarList;
        this.lists = lists;
        this.deeds = deeds;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ArticleView(Row row, Reason reason, List<ArticleVersion> versions, List<Row> similar, Done done, String back)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Details(Row row) implements TemplateInstance {}

    // An id of before 2007 has a slash in it
    @GET
    @Path("article/{id: .+}")
    public ArticleView show(
            @PathParam("id") String given, @QueryParam("ranking") String ranking, @QueryParam("list") String similar) {
        var article = find(given);
        var list = Lists.id(ranking);
        var done = frame.done();
        // back from a form on this page, the reader has not opened the article once more
        if (done == null) {
            deeds.looked(frame.reader(), EventType.EXPAND, article.id(), list);
        }
        var marks = deeds.marks(frame.reader());
        var row = Row.single(article, list, marks);
        var near = lists.again(Lists.id(similar), frame.reader()).or(() -> similarList.of(article, frame.reader()));
        var rows = near.map(one -> lists.rows(one, 1, one.items().size(), Map.of(), marks))
                .orElse(List.of());
        var back = UriBuilder.fromPath(row.page().replaceAll("[?].*", ""));
        if (list != null) {
            back.queryParam("ranking", list);
        }
        near.ifPresent(one -> back.queryParam("list", one.id()));
        return new ArticleView(
                row,
                lists.reason(list, article.id()),
                catalog.versions(article.id()),
                rows,
                done,
                back.build().toString());
    }

    @GET
    @Path("details/{id: .+}")
    public Details details(@PathParam("id") String given, @QueryParam("ranking") String ranking) {
        var article = find(given);
        var list = Lists.id(ranking);
        deeds.looked(frame.reader(), EventType.EXPAND, article.id(), list);
        return new Details(Row.single(article, list, Marks.NONE));
    }

    private Article find(String given) {
        return ArticleId.parse(given)
                .flatMap(catalog::find)
                .orElseThrow(() -> Problem.notFound("No article with this id is known here."));
    }
}
