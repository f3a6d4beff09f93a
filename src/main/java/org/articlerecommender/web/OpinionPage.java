package org.articlerecommender.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;
import java.util.stream.Collectors;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.events.EventType;
import org.articlerecommender.platform.Problem;
import org.jboss.resteasy.reactive.RestResponse;

/** Takes what a reader says of an article, from the buttons under it. */
@Path("/act")
@Produces(MediaType.TEXT_HTML)
class OpinionPage {

    private final Catalog catalog;
    private final Deeds deeds;
    private final Frame frame;

    OpinionPage(Catalog catalog, Deeds deeds, Frame frame) {
        this.catalog = catalog;
        this.deeds = deeds;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Opinions(Row row, String back) implements TemplateInstance {}

    @POST
    public RestResponse<TemplateInstance> say(
            @FormParam("type") String type,
            @FormParam("article") String article,
            @FormParam("ranking") String ranking,
            @FormParam("back") String back,
            @HeaderParam("HX-Request") boolean inPlace) {
        var reader = frame.reader()
                .orElseThrow(() ->
                        Problem.badRequest("user id", "enter one first, so that it is known whose list this changes"));
        var opinion = Opinion.parse(type)
                .orElseThrow(() -> Problem.badRequest(
                        "type",
                        "is one of "
                                + Marks.TYPES.stream().map(EventType::label).collect(Collectors.joining(", "))));
        var found = ArticleId.parse(article)
                .flatMap(catalog::find)
                .orElseThrow(() -> Problem.badRequest("article", "is not the id of an article known here"));
        var list = Lists.id(ranking);

        deeds.said(reader, opinion.type(), found.id(), list);

        if (inPlace) {
            var row = Row.single(found, list, deeds.marks(frame.reader()));
            return RestResponse.ok(new Opinions(row, back));
        }
        var there = UriBuilder.fromUri(Back.to(back, "/"))
                .replaceQueryParam("done", opinion.type().label())
                .replaceQueryParam("of", found.id().value())
                .build();
        return RestResponse.seeOther(there);
    }
}
