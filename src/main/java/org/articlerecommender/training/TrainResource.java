package org.articlerecommender.training;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.articlerecommender.platform.JobRun;
import org.articlerecommender.platform.Jobs;
import org.articlerecommender.platform.OperatorOnly;
import org.articlerecommender.platform.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/api/v1/models/train")
@OperatorOnly
@Tag(name = "Models", description = "For the operator")
class TrainResource {

    private final Jobs jobs;

    TrainResource(Jobs jobs) {
        this.jobs = jobs;
    }

    @POST
    @ResponseStatus(202)
    @Operation(summary = "Starts the training; follow it at /api/v1/jobs/runs/{id}. 409 when it is running already")
    public JobRun train() {
        return jobs.start(TrainJob.NAME, JobRun.Trigger.HAND)
                .orElseThrow(() -> Problem.conflict("The training is running already."));
    }
}
