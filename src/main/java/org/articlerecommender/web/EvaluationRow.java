package org.articlerecommender.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.articlerecommender.training.Evaluation;

/**
 * A measurement as the operator sees it.
 *
 * @param offPolicy how rankers would have filled exploring lines, in a sentence each
 */
public record EvaluationRow(Evaluation evaluation, List<Line> lines, List<String> notes, List<String> offPolicy) {

    /** One ranker; {@code beside} is its nDCG@10 minus that of what serves. */
    public record Line(
            String name, String ndcg, String recall, String auc, String calibration, String coverage, String beside) {}

    static EvaluationRow of(Evaluation evaluation) {
        var result = evaluation.result();
        var lines = new ArrayList<Line>();
        var notes = new ArrayList<String>();
        var offPolicy = new ArrayList<String>();
        if (result != null) {
            result.path("rankers").forEach(one -> lines.add(line(one)));
            result.path("notes").forEach(note -> notes.add(note.asText()));
            result.path("offPolicy").forEach(one -> offPolicy.add(sentence(one)));
        }
        return new EvaluationRow(evaluation, lines, notes, offPolicy);
    }

    private static Line line(JsonNode ranker) {
        var figures = ranker.path("figures");
        boolean floor = ranker.path("floor").asBoolean();
        return new Line(
                (floor ? "floor: " : "") + ranker.path("name").asText(),
                Show.interval(figures.path("ndcg10")),
                Show.interval(figures.path("recall")),
                Show.interval(figures.path("auc")),
                floor ? "" : Show.interval(figures.path("calibrationError").path("value")),
                Show.interval(ranker.path("coverage")),
                Show.interval(ranker.path("difference").path("ndcg10")));
    }

    private static String sentence(JsonNode one) {
        return "Exploring by %s, readers would have answered %s of the lines (%s by plain IPS); as drawn they answered %s of %d."
                .formatted(
                        one.path("ranker").asText(),
                        Show.interval(one.path("snips")),
                        Show.interval(one.path("ips")),
                        Show.interval(one.path("logged")),
                        one.path("lines").asInt());
    }
}
