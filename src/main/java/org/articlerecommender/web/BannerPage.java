package org.articlerecommender.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The notice above every page, again and again while the first harvest goes on. */
@Path("/banner")
@Produces(MediaType.TEXT_HTML)
class BannerPage {

    @CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record BannerPart() implements TemplateInstance {}

    @GET
    public BannerPart show() {
        return new BannerPart();
    }
}
