package org.articlerecommender.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.platform.Problem;

/** Who reads on this device, and in which colours. */
@Path("/settings")
@Produces(MediaType.TEXT_HTML)
class SettingsPage {

    private static final List<String> THEMES = List.of("system", "light", "dark");

    private final Frame frame;

    SettingsPage(Frame frame) {
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Settings(ReaderId reader, String theme, List<String> themes) implements TemplateInstance {}

    @GET
    public Settings show() {
        return new Settings(frame.reader().orElse(null), frame.theme() == null ? "system" : frame.theme(), THEMES);
    }

    @POST
    @Path("/reader")
    public Response reader(@FormParam("user_id") String given) {
        var reader = ReaderId.parse(given)
                .orElseThrow(() -> Problem.badRequest("user id", "has 1 to 128 visible characters"));
        return Response.seeOther(URI.create("/settings"))
                .cookie(ReaderCookie.keep(reader))
                .build();
    }

    @POST
    @Path("/forget")
    public Response forget() {
        return Response.seeOther(URI.create("/settings"))
                .cookie(ReaderCookie.forget())
                .build();
    }

    @POST
    @Path("/theme")
    public Response theme(@FormParam("theme") String theme, @FormParam("back") String back) {
        if (theme == null || !THEMES.contains(theme)) {
            throw Problem.badRequest("theme", "is light, dark or system");
        }
        // the page's own script reads and writes it too
        var cookie = new NewCookie.Builder("theme")
                .value(theme)
                .path("/")
                .maxAge(theme.equals("system") ? 0 : (int) Duration.ofDays(365).toSeconds())
                .sameSite(NewCookie.SameSite.LAX)
                .build();
        return Response.seeOther(Back.to(back, "/settings")).cookie(cookie).build();
    }
}
