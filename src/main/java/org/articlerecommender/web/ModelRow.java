package org.articlerecommender.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.articlerecommender.ranking.TrainedModel;

/** A model as the operator sees it: what it measured on the hold-out beside what served before it. */
public record ModelRow(TrainedModel model, List<Metric> metrics) {

    /** One metric; texts, because a model that could not be measured has none. */
    public record Metric(String name, String value, String before) {}

    static ModelRow of(TrainedModel model) {
        var metrics = new ArrayList<Metric>();
        var measured = model.metrics().path("model");
        var before = model.metrics().path("baseline");
        measured.fieldNames()
                .forEachRemaining(
                        name -> metrics.add(new Metric(name, text(measured.path(name)), text(before.path(name)))));
        return new ModelRow(model, metrics);
    }

    public boolean active() {
        return model.state() == TrainedModel.State.ACTIVE;
    }

    private static String text(JsonNode figure) {
        var value = figure.isObject() ? figure.path("value") : figure;
        if (!value.isNumber()) {
            return "–";
        }
        var text = Show.figure(value.doubleValue());
        return figure.hasNonNull("low") && figure.hasNonNull("high")
                ? "%s (%s to %s)"
                        .formatted(
                                text,
                                Show.figure(figure.get("low").doubleValue()),
                                Show.figure(figure.get("high").doubleValue()))
                : text;
    }
}
