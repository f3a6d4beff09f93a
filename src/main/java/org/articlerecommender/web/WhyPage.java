package org.articlerecommender.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.platform.Problem;
import org.articlerecommender.recommend.Grounds;
import org.articlerecommender.recommend.Reasons;

/** Why an article stands where it stands, and the way to stop what put it there. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
class WhyPage {

    private final Catalog catalog;
    private final Reasons reasons;
    private final Frame frame;

    WhyPage(Catalog catalog, Reasons reasons, Frame frame) {
        this.catalog = catalog;
        this.reasons = reasons;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record WhyView(Row row, Grounds grounds) implements TemplateInstance {}

    @CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record GroundsPart(Grounds grounds) implements TemplateInstance {}

    // An id of before 2007 has a slash in it
    @GET
    @Path("why/{id: .+}")
    public WhyView page(@PathParam("id") String given) {
        var grounds = grounds(given);
        return new WhyView(Row.single(grounds.article(), null, Marks.NONE), grounds);
    }

    @GET
    @Path("grounds/{id: .+}")
    public GroundsPart part(@PathParam("id") String given) {
        return new GroundsPart(grounds(given));
    }

    private Grounds grounds(String given) {
        var reader = frame.reader()
                .orElseThrow(
                        () -> Problem.badRequest("user id", "enter one first, so that there is a list to explain"));
        var article = ArticleId.parse(given)
                .flatMap(catalog::find)
                .orElseThrow(() -> Problem.notFound("No article with this id is known here."));
        return reasons.of(reader, article);
    }
}
