package org.articlerecommender.platform;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestStreamElementType;

@Path("/api/v1/jobs")
@OperatorOnly
@Tag(name = "Jobs", description = "For the operator")
class JobResource {

    private static final int MOST = 500;

    private final Jobs jobs;

    JobResource(Jobs jobs) {
        this.jobs = jobs;
    }

    record Listing(List<Jobs.Listed> items) {}

    record Runs(List<JobRun> items) {}

    @GET
    @Operation(summary = "Every job, its schedule and its newest run")
    public Listing list() {
        return new Listing(jobs.all());
    }

    @POST
    @Path("/{name}/run")
    @ResponseStatus(202)
    @Operation(summary = "Starts a job; 409 when it is running already")
    public JobRun run(@Parameter(example = "embed") @PathParam("name") String name) {
        return jobs.start(name, JobRun.Trigger.HAND)
                .orElseThrow(() -> Problem.conflict("The job %s is running already.".formatted(name)));
    }

    @GET
    @Path("/runs")
    @Operation(summary = "The newest runs, of all jobs or of one")
    public Runs runs(@QueryParam("job") String job, @QueryParam("limit") @DefaultValue("50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw Problem.badRequest("limit", "must be from 1 to %d".formatted(MOST));
        }
        return new Runs(jobs.runs(job, limit));
    }

    @GET
    @Path("/runs/{id}")
    @Operation(summary = "One run with its progress")
    public JobRun one(@PathParam("id") String id) {
        return find(id);
    }

    @GET
    @Path("/runs/{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(summary = "The same as server-sent events, one a second, the last when the run has ended")
    public Multi<JobRun> follow(@PathParam("id") String id) {
        var known = find(id).id();
        return Multi.createBy()
                .repeating()
                .supplier(() -> jobs.run(known).orElseThrow())
                .withDelay(Duration.ofSeconds(1))
                .until(run -> run.state() != JobRun.State.RUNNING)
                .onCompletion()
                .continueWith(() -> List.of(jobs.run(known).orElseThrow()))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private JobRun find(String id) {
        try {
            return jobs.run(UUID.fromString(id)).orElseThrow(() -> Problem.notFound("There is no run " + id + "."));
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("id", "expected the UUID of a run");
        }
    }
}
