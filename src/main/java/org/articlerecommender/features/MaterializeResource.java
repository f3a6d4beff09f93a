package org.articlerecommender.features;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.articlerecommender.platform.JobRun;
import org.articlerecommender.platform.Jobs;
import org.articlerecommender.platform.OperatorOnly;
import org.articlerecommender.platform.Problem;
import org.articlerecommender.platform.StoreUnavailable;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/api/v1/features/materialize")
@OperatorOnly
@Tag(name = "Features")
class MaterializeResource {

    private static final String EXAMPLE = "{\"views\": [\"user_daily_stats\"], \"step\": \"PT24H\"}";
    private static final int MOST_STEPS = 5_000;
    private static final Duration DAY = Duration.ofDays(1);

    private final FeatureDefinitions definitions;
    private final MaterialisedTable table;
    private final Jobs jobs;
    private final Clock clock;

    MaterializeResource(FeatureDefinitions definitions, MaterialisedTable table, Jobs jobs, Clock clock) {
        this.definitions = definitions;
        this.table = table;
        this.jobs = jobs;
        this.clock = clock;
    }

    record Request(List<String> views, Instant from, Instant to, Duration step) {}

    @POST
    @ResponseStatus(202)
    @Operation(
            summary = "Computes the history of a range and makes its newest values current, as a job",
            description = "For the operator. `views` are all that are computed unless named; `to` is now unless given;"
                    + " `from` is where the last range of the view ended (incremental), or a day before `to`; `step` is"
                    + " an ISO duration, PT24H unless given. A run that is cut off goes on where it was when the job"
                    + " runs next. Answers with the run; follow it at /api/v1/jobs/runs/{id}.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Request.class),
                            example = EXAMPLE))
    public JobRun materialize(Request request) {
        var asked = request == null ? new Request(null, null, null, null) : request;
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var to = asked.to() == null ? now : asked.to();
        var step = asked.step() == null ? DAY : asked.step();
        if (to.isAfter(now)) {
            throw Problem.badRequest("to", "is in the future; it is %s here".formatted(now));
        }
        if (step.compareTo(Duration.ofMinutes(1)) < 0) {
            throw Problem.badRequest("step", "expected at least PT1M");
        }
        try {
            for (var view : views(asked.views())) {
                ask(view, asked.from(), to, step);
            }
        } catch (SQLException e) {
            throw new StoreUnavailable("noting what to materialise", e);
        }
        return jobs.start(MaterializeJob.NAME, JobRun.Trigger.HAND)
                .or(() -> jobs.runs(MaterializeJob.NAME, 1).stream().findFirst())
                .orElseThrow(() -> Problem.conflict("It is running already and takes this range on when run again."));
    }

    private void ask(FeatureView view, Instant given, Instant to, Duration step) throws SQLException {
        var from = given != null ? given : table.lastEnd(view.name()).orElse(to.minus(DAY));
        if (!from.isBefore(to)) {
            throw Problem.badRequest("from", "of %s is %s and must be before to, %s".formatted(view.name(), from, to));
        }
        if (Duration.between(from, to).dividedBy(step) > MOST_STEPS) {
            throw Problem.badRequest("step", "makes more than %d moments; choose a longer one".formatted(MOST_STEPS));
        }
        table.ask(view.name(), from, to, step);
    }

    private List<FeatureView> views(List<String> names) {
        var can = definitions.views().stream()
                .filter(view -> view.computed() || view.source().query() != null)
                .toList();
        if (names == null || names.isEmpty()) {
            return can;
        }
        for (int i = 0; i < names.size(); i++) {
            var name = names.get(i);
            if (can.stream().noneMatch(view -> view.name().equals(name))) {
                throw Problem.badRequest(
                        "views[%d]".formatted(i),
                        "expected one of " + can.stream().map(FeatureView::name).toList());
            }
        }
        return can.stream().filter(view -> names.contains(view.name())).toList();
    }
}
