package org.articlerecommender.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.articlerecommender.features.DefinitionPlan;
import org.articlerecommender.features.FeatureDefinitions;
import org.articlerecommender.features.FeatureParity;
import org.articlerecommender.features.FeatureQuality;
import org.articlerecommender.features.FeatureRegistry;
import org.articlerecommender.features.FeatureService;
import org.articlerecommender.features.ParityReport;
import org.articlerecommender.features.QualityLine;
import org.articlerecommender.platform.OperatorOnly;
import org.articlerecommender.platform.Problem;
import org.articlerecommender.platform.StoreUnavailable;
import org.articlerecommender.ranking.ModelRegistry;

/** What features there are, where they come from and go, and whether they are as they should be. */
@Path("/features")
@Produces(MediaType.TEXT_HTML)
@OperatorOnly
class FeaturesPage {

    private final FeatureDefinitions definitions;
    private final FeatureRegistry registry;
    private final FeatureWatch watch;
    private final ModelRegistry models;

    FeaturesPage(FeatureDefinitions definitions, FeatureRegistry registry, FeatureWatch watch, ModelRegistry models) {
        this.definitions = definitions;
        this.registry = registry;
        this.watch = watch;
        this.models = models;
    }

    @CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Features(
            List<Lineage> views,
            List<FeatureService> services,
            FeatureRegistry.Standing standing,
            DefinitionPlan plan,
            String complaint,
            ParityReport parity,
            List<QualityLine> alarms,
            List<FeatureQuality.Freshness> freshness)
            implements TemplateInstance {}

    @GET
    public Features show() {
        try {
            var known = models.all();
            return new Features(
                    definitions.views().stream()
                            .map(view -> Lineage.of(view, definitions, known))
                            .toList(),
                    definitions.services(),
                    registry.standing(),
                    registry.plan(),
                    null,
                    watch.parity(),
                    watch.alarms(),
                    watch.freshness());
        } catch (StoreUnavailable e) {
            return withoutStores("PostgreSQL does not answer; these are the definitions that serve.");
        } catch (Problem e) {
            return withoutStores(e.getMessage());
        }
    }

    private Features withoutStores(String complaint) {
        return new Features(
                definitions.views().stream()
                        .map(view -> Lineage.of(view, definitions, List.of()))
                        .toList(),
                definitions.services(),
                null,
                null,
                complaint,
                null,
                List.of(),
                List.of());
    }

    @POST
    @Path("/apply")
    public Response apply(@FormParam("plan") String plan) {
        if (plan == null) {
            throw Problem.badRequest("plan", "expected the id of the plan that was looked at");
        }
        registry.apply(plan, "operator");
        return Response.seeOther(URI.create("/features")).build();
    }

    /** What the watching jobs found. */
    @jakarta.inject.Singleton
    static class FeatureWatch {

        private final FeatureParity parity;
        private final FeatureQuality quality;

        FeatureWatch(FeatureParity parity, FeatureQuality quality) {
            this.parity = parity;
            this.quality = quality;
        }

        ParityReport parity() {
            return parity.latest().filter(report -> report.compared() > 0).orElse(null);
        }

        List<QualityLine> alarms() {
            return quality.latest().stream()
                    .filter(line -> line.alarm() != null)
                    .toList();
        }

        List<FeatureQuality.Freshness> freshness() {
            return quality.freshness();
        }
    }
}
