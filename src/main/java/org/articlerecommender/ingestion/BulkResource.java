package org.articlerecommender.ingestion;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.List;
import org.articlerecommender.platform.JobRun;
import org.articlerecommender.platform.Jobs;
import org.articlerecommender.platform.OperatorOnly;
import org.articlerecommender.platform.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/api/v1/imports")
@OperatorOnly
@Tag(name = "Articles")
class BulkResource {

    private static final String EXAMPLE = "{\"path\": \"/srv/arxiv-metadata-oai-snapshot.json.zip\"}";

    private final BulkFileTable files;
    private final Jobs jobs;

    BulkResource(BulkFileTable files, Jobs jobs) {
        this.files = files;
        this.jobs = jobs;
    }

    record Request(String path) {}

    record Listing(List<BulkFile> items) {}

    record BadLines(List<BulkFileTable.BadLineOf> items) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(202)
    @Operation(
            summary = "Takes in a whole file that lies on the server's machine",
            description = "arXiv's public snapshot of all metadata, or the lines that /api/v1/articles/import takes;"
                    + " plain, gzip or zip, of any size. It goes on in the background, also after a crash, from where it"
                    + " was; vectors follow, newest first. The same file again, unchanged and finished, is read again"
                    + " and changes nothing.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Request.class),
                            example = EXAMPLE))
    public BulkFile take(Request request) {
        var given =
                request == null || request.path() == null ? "" : request.path().strip();
        try {
            var path = java.nio.file.Path.of(given);
            if (!path.isAbsolute() || !Files.isRegularFile(path) || !Files.isReadable(path)) {
                throw Problem.badRequest("path", "must be the absolute path of a file that the server can read");
            }
            var real = path.toRealPath();
            files.ask(
                    real.toString(),
                    Files.size(real),
                    Files.getLastModifiedTime(real).toInstant());
            jobs.start(BulkImport.NAME, JobRun.Trigger.HAND);
            return files.find(real.toString()).orElseThrow();
        } catch (InvalidPathException | IOException e) {
            throw Problem.badRequest("path", "cannot be read: " + e.getMessage());
        }
    }

    @GET
    @Operation(summary = "The files that are, or were, taken in, newest first, and how far each is")
    public Listing all() {
        return new Listing(files.all());
    }

    @GET
    @Path("/bad-lines")
    @Operation(summary = "The first lines of a file that were not taken, and why")
    public BadLines bad(@QueryParam("path") String path) {
        if (path == null || files.find(path).isEmpty()) {
            throw Problem.badRequest("path", "must be the path of an imported file, as /api/v1/imports lists it");
        }
        return new BadLines(files.badLines(path));
    }
}
