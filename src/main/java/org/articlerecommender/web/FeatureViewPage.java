package org.articlerecommender.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.articlerecommender.features.CurrentFeatures;
import org.articlerecommender.features.EntityKeys;
import org.articlerecommender.features.Feature;
import org.articlerecommender.features.FeatureDefinitions;
import org.articlerecommender.features.FeatureReading;
import org.articlerecommender.features.FeatureSeries;
import org.articlerecommender.features.FeatureView;
import org.articlerecommender.platform.OperatorOnly;
import org.articlerecommender.platform.Problem;
import org.articlerecommender.platform.StoreUnavailable;

/** One view: what it declares, the live values of an entity, and how one of them went. */
@Path("/features/{view}")
@Produces(MediaType.TEXT_HTML)
@OperatorOnly
class FeatureViewPage {

    private static final int POINTS = 500;

    private final FeatureDefinitions definitions;
    private final CurrentFeatures current;
    private final FeatureSeries series;

    FeatureViewPage(FeatureDefinitions definitions, CurrentFeatures current, FeatureSeries series) {
        this.definitions = definitions;
        this.current = current;
        this.series = series;
    }

    /** A feature with its live value; {@code value} is null while no entity is asked for. */
    public record Value(Feature feature, String value, String status, String age, boolean chartable) {}

    @CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record OneView(FeatureView view, List<Value> values, KeysForm form, String degraded, String charted, Chart chart)
            implements TemplateInstance {}

    @GET
    public OneView show(
            @PathParam("view") String name, @QueryParam("feature") String feature, @Context UriInfo address) {
        var view = definitions.view(name).orElseThrow(() -> Problem.notFound("There is no view " + name + "."));
        var form = KeysForm.of(view.entity(), address.getQueryParameters());
        if (form.keys() == null || !view.stored()) {
            return new OneView(view, values(view, null), form, null, null, null);
        }
        var names = view.features().stream()
                .map(one -> view.name() + ":" + one.name())
                .toList();
        var read = current.read(names, List.of(form.keys()));
        var charted = charted(view, feature);
        return new OneView(
                view,
                values(view, read.rows().get(0)),
                form,
                read.degraded(),
                charted,
                charted == null ? null : chart(view, charted, form.keys()));
    }

    private static String charted(FeatureView view, String asked) {
        return view.features().stream()
                .filter(one -> chartable(view, one)
                        && (asked == null || asked.isBlank() || one.name().equals(asked)))
                .map(Feature::name)
                .findFirst()
                .orElse(null);
    }

    private Chart chart(FeatureView view, String feature, EntityKeys keys) {
        try {
            return Chart.of(series.of(view, feature, keys, POINTS));
        } catch (StoreUnavailable e) {
            return null;
        }
    }

    private static boolean chartable(FeatureView view, Feature feature) {
        return view.stored() && feature.dtype().number();
    }

    private static List<Value> values(FeatureView view, List<FeatureReading> readings) {
        var values = new ArrayList<Value>();
        for (int i = 0; i < view.features().size(); i++) {
            var feature = view.features().get(i);
            boolean chartable = chartable(view, feature);
            if (readings == null) {
                values.add(new Value(feature, null, null, null, chartable));
            } else {
                var reading = readings.get(i);
                values.add(new Value(
                        feature,
                        ValueText.of(reading.value()),
                        reading.status().name().toLowerCase(java.util.Locale.ROOT),
                        reading.age() == null ? "–" : Show.words(Duration.ofSeconds(reading.age())),
                        chartable));
            }
        }
        return values;
    }
}
