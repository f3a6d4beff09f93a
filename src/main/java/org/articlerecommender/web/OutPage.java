package org.articlerecommender.web;

import io.quarkus.logging.Log;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.events.EventType;
import org.articlerecommender.platform.Problem;
import org.articlerecommender.platform.StoreUnavailable;

/** The click-out: remembers that a reader went on to arXiv, and sends the browser there and nowhere else. */
@Path("/out/{id: .+}")
class OutPage {

    private static final String ARXIV = "https://arxiv.org/abs/";

    private final Catalog catalog;
    private final Deeds deeds;
    private final Frame frame;

    OutPage(Catalog catalog, Deeds deeds, Frame frame) {
        this.catalog = catalog;
        this.deeds = deeds;
        this.frame = frame;
    }

    @GET
    public Response go(@PathParam("id") String given, @QueryParam("ranking") String ranking) {
        var id = ArticleId.parse(given)
                .orElseThrow(() -> Problem.notFound("This is not the id of an article on arXiv."));
        var known = known(id);
        if (known.filter(Article::sample).isPresent()) {
            throw Problem.notFound("This is an invented sample article: arXiv does not have it.");
        }
        if (known.isPresent()) {
            deeds.looked(frame.reader(), EventType.CLICK, id, Lists.id(ranking));
        }
        // made from the checked id, so there is no way to be sent elsewhere
        return Response.seeOther(URI.create(ARXIV + id.value())).build();
    }

    // the way to arXiv needs nothing of ours
    private Optional<Article> known(ArticleId id) {
        try {
            return catalog.find(id);
        } catch (StoreUnavailable e) {
            Log.warnf("A click on %s was not recorded: %s", id, e.getMessage());
            return Optional.empty();
        }
    }
}
