package org.articlerecommender.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.articlerecommender.features.FeatureDefinitions;
import org.articlerecommender.features.FeatureView;
import org.articlerecommender.platform.JobRun;
import org.articlerecommender.platform.Jobs;
import org.articlerecommender.platform.OperatorOnly;
import org.articlerecommender.platform.StoreUnavailable;

/** What runs, how it went, and what there is. */
@Path("/operator")
@Produces(MediaType.TEXT_HTML)
@OperatorOnly
class OperatorPage {

    private static final int RUNS = 12;

    private final Jobs jobs;
    private final Inventory inventory;
    private final FeatureDefinitions features;
    private final ModelBoard models;

    OperatorPage(Jobs jobs, Inventory inventory, FeatureDefinitions features, ModelBoard models) {
        this.jobs = jobs;
        this.inventory = inventory;
        this.features = features;
        this.models = models;
    }

    /** The jobs and their newest runs, as one part of the page that reloads itself. */
    public record Board(List<Jobs.Listed> jobs, List<JobRun> runs) {

        public boolean busy() {
            return jobs.stream().anyMatch(job -> running(job.last()));
        }

        public static boolean running(JobRun run) {
            return run != null && run.state() == JobRun.State.RUNNING;
        }
    }

    @CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Operator(
            Board board,
            List<Inventory.Store> stores,
            List<Inventory.Figure> figures,
            List<Inventory.Figure> categories,
            List<Inventory.Figure> events,
            List<FeatureView> features,
            ModelBoard.Board models)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record OperatorJobs(Board board) implements TemplateInstance {}

    @GET
    public Operator show() {
        var stores = inventory.stores();
        // every question to a store that is away waits for it, so they are not asked
        boolean answers = stores.stream().filter(Inventory.Store::needed).allMatch(Inventory.Store::up);
        return new Operator(
                answers ? board() : new Board(List.of(), List.of()),
                stores,
                answers ? inventory.figures() : List.of(),
                answers ? inventory.categories() : List.of(),
                answers ? inventory.events() : List.of(),
                features.views(),
                models.of(answers));
    }

    @GET
    @Path("/jobs")
    public OperatorJobs jobs() {
        return new OperatorJobs(board());
    }

    @POST
    @Path("/jobs/{name}")
    public Response start(@PathParam("name") String name) {
        jobs.start(name, JobRun.Trigger.HAND);
        return Response.seeOther(URI.create("/operator#jobs")).build();
    }

    private Board board() {
        return new Board(known(jobs::all), known(() -> jobs.runs(null, RUNS)));
    }

    // when PostgreSQL is away the operator needs this page most
    private static <T> List<T> known(Supplier<List<T>> list) {
        try {
            return list.get();
        } catch (StoreUnavailable e) {
            return List.of();
        }
    }
}
