package org.articlerecommender.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.features.CurrentFeatures;
import org.articlerecommender.features.CurrentFeatures.Pair;
import org.articlerecommender.features.Entity;
import org.articlerecommender.features.Feature;
import org.articlerecommender.features.FeatureDefinitions;
import org.articlerecommender.features.FeatureReading;
import org.articlerecommender.features.FeatureSeries;
import org.articlerecommender.features.FeatureView;
import org.articlerecommender.platform.OperatorOnly;
import org.articlerecommender.platform.Problem;
import org.articlerecommender.platform.StoreUnavailable;

/** One view: what it declares, the live values of a reader or an article, and how one of them went. */
@Path("/features/{view}")
@Produces(MediaType.TEXT_HTML)
@OperatorOnly
class FeatureViewPage {

    private static final int POINTS = 500;
    private static final int LONGEST = 200;

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
    record OneView(
            FeatureView view,
            List<Value> values,
            String key,
            String complaint,
            String degraded,
            String charted,
            Chart chart)
            implements TemplateInstance {}

    @GET
    public OneView show(
            @PathParam("view") String name, @QueryParam("key") String key, @QueryParam("feature") String feature) {
        var view = definitions.view(name).orElseThrow(() -> Problem.notFound("There is no view " + name + "."));
        if (key == null || key.isBlank() || !view.stored()) {
            return new OneView(view, values(view, null), "", null, null, null, null);
        }
        Pair pair;
        try {
            pair = view.entity() == Entity.READER
                    ? new Pair(new ReaderId(key.strip()), null)
                    : new Pair(null, new ArticleId(key.strip()));
        } catch (IllegalArgumentException e) {
            return new OneView(view, values(view, null), key, e.getMessage(), null, null, null);
        }
        var names = view.features().stream()
                .map(one -> view.name() + ":" + one.name())
                .toList();
        var read = current.read(names, List.of(pair));
        var shown = view.entity() == Entity.READER
                ? pair.reader().value()
                : pair.article().value();
        var charted = charted(view, feature);
        return new OneView(
                view,
                values(view, read.rows().get(0)),
                shown,
                null,
                read.degraded(),
                charted,
                charted == null ? null : chart(view, charted, shown));
    }

    private static String charted(FeatureView view, String asked) {
        return view.features().stream()
                .filter(one -> chartable(view, one)
                        && (asked == null || asked.isBlank() || one.name().equals(asked)))
                .map(Feature::name)
                .findFirst()
                .orElse(null);
    }

    private Chart chart(FeatureView view, String feature, String key) {
        try {
            return Chart.of(series.of(view, feature, key, POINTS));
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
                        text(reading.value()),
                        reading.status().name().toLowerCase(java.util.Locale.ROOT),
                        reading.age() == null ? "–" : Show.words(Duration.ofSeconds(reading.age())),
                        chartable));
            }
        }
        return values;
    }

    private static String text(Object value) {
        var text = value instanceof float[] vector
                ? "%d numbers".formatted(vector.length)
                : Objects.toString(value, "no value");
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
