package org.articlerecommender.web;

import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.events.NoticesSeen;
import org.articlerecommender.platform.Problem;

/** Puts away the notice of a new version. */
@Path("/notices/away")
class NoticePage {

    private final NoticesSeen seen;
    private final Catalog catalog;
    private final Frame frame;

    NoticePage(NoticesSeen seen, Catalog catalog, Frame frame) {
        this.seen = seen;
        this.catalog = catalog;
        this.frame = frame;
    }

    @POST
    public Response putAway(@FormParam("article") String article, @FormParam("back") String back) {
        var reader = frame.reader()
                .orElseThrow(() -> Problem.badRequest("user id", "enter one first, so that it is known whose this is"));
        var found = ArticleId.parse(article)
                .flatMap(catalog::find)
                .orElseThrow(() -> Problem.badRequest("article", "is not the id of an article known here"));
        seen.putAway(reader, found.id(), found.version());
        return Response.seeOther(Back.to(back, "/")).build();
    }
}
