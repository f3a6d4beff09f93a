package org.articlerecommender.web;

import static java.util.stream.Collectors.toMap;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.events.ShownRanking;
import org.articlerecommender.recommend.Recommendations;
import org.articlerecommender.recommend.Recommended;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The first page: a reader's recommendations, and the form that says who reads or what is searched for. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
class FeedPage {

    /** How many articles the page starts with, and how many more each time. */
    private static final int PART = 30;

    private static final int LENGTH = 90;

    private final Recommendations recommendations;
    private final Lists lists;
    private final Deeds deeds;
    private final Frame frame;

    FeedPage(Recommendations recommendations, Lists lists, Deeds deeds, Frame frame) {
        this.recommendations = recommendations;
        this.lists = lists;
        this.deeds = deeds;
        this.frame = frame;
    }

    /** @param more where the list goes on, or null at its end */
    @CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Feed(ReaderId reader, List<Row> rows, String more, String note, Done done, String back)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record MoreRows(List<Row> rows, String more, String back) implements TemplateInstance {}

    /** A list and what is at hand for showing it. */
    private record Shown(ShownRanking list, Map<ArticleId, Article> articles, String note) {}

    @GET
    public RestResponse<TemplateInstance> show(
            @QueryParam("user_id") String typedReader,
            @QueryParam("query") String query,
            @QueryParam("list") String list,
            @QueryParam("from") String from,
            @HeaderParam("HX-Request") boolean inPlace) {
        if (typedReader != null || query != null) {
            return submitted(typedReader, query);
        }
        return feed(frame.reader(), lists.again(Lists.id(list), frame.reader()), first(from), inPlace, Status.OK);
    }

    private RestResponse<TemplateInstance> feed(
            Optional<ReaderId> reader, Optional<ShownRanking> before, int first, boolean inPlace, Status status) {
        var shown = before.map(list -> new Shown(list, Map.of(), null)).orElseGet(() -> fresh(reader));
        int start = before.isPresent() ? first : 1;
        var rows = lists.rows(shown.list(), start, PART, shown.articles(), deeds.marks(reader));
        var back = "/?list=" + shown.list().id() + (start > 1 ? "&from=" + start : "");
        var more = shown.list().items().size() < start + PART
                ? null
                : "/?list=" + shown.list().id() + "&from=" + (start + PART);
        return RestResponse.status(
                status,
                inPlace
                        ? new MoreRows(rows, more, back)
                        : new Feed(reader.orElse(null), rows, more, shown.note(), frame.done(), back));
    }

    private Shown fresh(Optional<ReaderId> reader) {
        var made =
                reader.map(one -> recommendations.of(one, LENGTH)).orElseGet(() -> recommendations.forAnyone(LENGTH));
        lists.remember(
                made.ranking(),
                made.items().stream().collect(toMap(item -> item.article().id(), Reason::of)));
        var articles =
                made.items().stream().map(Recommended.Item::article).collect(toMap(Article::id, article -> article));
        return new Shown(made.ranking(), articles, made.note());
    }

    // A query wins, with or without a user id; an emptied field for the user id means nobody (SEED U2)
    private RestResponse<TemplateInstance> submitted(String typedReader, String query) {
        var reader = ReaderId.parse(typedReader);
        if (reader.isEmpty() && typedReader != null && !typedReader.isBlank()) {
            frame.typed(typedReader, query);
            frame.complain("A user id has 1 to 128 visible characters.");
            return feed(Optional.empty(), Optional.empty(), 1, false, Status.BAD_REQUEST);
        }
        var there = query == null || query.isBlank()
                ? URI.create("/")
                : UriBuilder.fromPath("/search").queryParam("q", "{q}").build(query.strip());
        var answer = ResponseBuilder.<TemplateInstance>create(Status.SEE_OTHER).location(there);
        if (typedReader != null) {
            answer.cookie(reader.map(ReaderCookie::keep).orElseGet(ReaderCookie::forget));
        }
        return answer.build();
    }

    private static int first(String from) {
        return from != null && from.matches("[1-9]\\d{0,3}") ? Integer.parseInt(from) : 1;
    }
}
