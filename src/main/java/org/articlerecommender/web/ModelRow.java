package org.articlerecommender.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.articlerecommender.ranking.TrainedModel;

/** A model as the operator sees it: what it measured on the hold-out beside what served before it. */
public record ModelRow(TrainedModel model, List<Metric> metrics, List<Task> tasks) {

    /** One outcome it foretells; {@code error} is how far what it foretold lies from what came true. */
    public record Task(String outcome, String kind, String calibration, String auc, String error, long answers) {}

    /** One metric; texts, because a model that could not be measured has none. */
    public record Metric(String name, String value, String before) {}

    static ModelRow of(TrainedModel model) {
        var metrics = new ArrayList<Metric>();
        var measured = model.metrics().path("model");
        var before = model.metrics().path("baseline");
        measured.fieldNames()
                .forEachRemaining(name -> metrics.add(
                        new Metric(name, Show.interval(measured.path(name)), Show.interval(before.path(name)))));
        var tasks = new ArrayList<Task>();
        model.metrics().path("tasks").forEach(task -> tasks.add(task(task)));
        return new ModelRow(model, metrics, tasks);
    }

    private static Task task(JsonNode task) {
        var learned = task.path("learned");
        return new Task(
                learned.path("outcome").asText(),
                learned.path("kind").asText(),
                learned.path("calibration").asText(),
                Show.interval(task.path("auc")),
                Show.interval(task.path("reliability").path("error")),
                task.path("answers").asLong());
    }

    public boolean active() {
        return model.state() == TrainedModel.State.ACTIVE;
    }

    public boolean challenger() {
        return model.state() == TrainedModel.State.CHALLENGER;
    }

    /** When the lists were made that it learned from; a file that somebody stored may not say. */
    public String learnedFrom() {
        return model.trainedFrom() == null || model.trainedTo() == null
                ? ""
                : "Learned from %s to %s"
                        .formatted(
                                model.trainedFrom().toString().substring(0, 10),
                                model.trainedTo().toString().substring(0, 10));
    }
}
