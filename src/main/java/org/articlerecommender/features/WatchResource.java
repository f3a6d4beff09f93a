package org.articlerecommender.features;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.articlerecommender.platform.OperatorOnly;
import org.articlerecommender.platform.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/features")
@OperatorOnly
@Tag(name = "Features")
class WatchResource {

    private final FeatureParity parity;
    private final FeatureQuality quality;

    WatchResource(FeatureParity parity, FeatureQuality quality) {
        this.parity = parity;
        this.quality = quality;
    }

    record Quality(List<QualityLine> features, List<FeatureQuality.Freshness> freshness) {}

    @GET
    @Path("/parity")
    @Operation(
            summary = "The newest comparison of served values with history",
            description = "For the operator. The job parity makes one.")
    public ParityReport parity() {
        return parity.latest()
                .orElseThrow(() -> Problem.notFound("Nothing was compared yet; POST /api/v1/jobs/parity/run does."));
    }

    @GET
    @Path("/quality")
    @Operation(
            summary = "Missing values, range and drift of each stored feature, and how fresh each view is",
            description = "For the operator. The job quality measures.")
    public Quality quality() {
        return new Quality(quality.latest(), quality.freshness());
    }
}
