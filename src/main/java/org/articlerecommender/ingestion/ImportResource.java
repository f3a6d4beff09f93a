package org.articlerecommender.ingestion;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.articlerecommender.platform.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/articles/import")
@Tag(name = "Articles")
class ImportResource {

    private static final String NDJSON = "application/x-ndjson";
    private static final String EXAMPLE = "{\"id\":\"2503.01234v2\",\"title\":\"Reading Tea Leaves with Graphs\","
            + "\"abstract\":\"We read tea leaves.\",\"authors\":[\"Ada Example\"],\"categories\":[\"cs.IR\"],"
            + "\"published\":\"2025-03-03\"}";

    private final ArticleImport articles;

    ImportResource(ArticleImport articles) {
        this.articles = articles;
    }

    @POST
    @Consumes({NDJSON, "application/ndjson", "application/jsonl", MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Takes articles in, one JSON object a line",
            description = "Required are `id` (a version, a URL or the arXiv: prefix is taken too) and `title`; further"
                    + " `abstract authors categories primary_category published updated announced comment journal_ref"
                    + " doi`. Answers when the articles are stored and embedded. A bad line costs that line only; the"
                    + " first 1,000 are listed. Sending the same again changes nothing. At most 64 MB, 1 MB a line;"
                    + " gzip is taken.")
    public ArticleImport.Outcome read(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = NDJSON,
                                            schema = @Schema(implementation = String.class),
                                            example = EXAMPLE))
                    InputStream body,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_ENCODING) String encoding) {
        if (encoding == null || encoding.isBlank() || encoding.equalsIgnoreCase("identity")) {
            return articles.read(new BufferedInputStream(body));
        }
        if (!encoding.equalsIgnoreCase("gzip")) {
            throw Problem.badRequest("Content-Encoding", "expected gzip or none");
        }
        try {
            return articles.read(new BufferedInputStream(new GZIPInputStream(body)));
        } catch (IOException e) {
            throw Problem.badRequest("body", "not valid gzip");
        }
    }
}
