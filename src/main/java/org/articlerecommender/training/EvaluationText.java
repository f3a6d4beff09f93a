package org.articlerecommender.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.util.Locale;

/** A measurement as a table for a terminal. */
@Singleton
@RegisterForReflection(targets = {EvaluationResult.class, EvaluationResult.Ranker.class, OffPolicy.class})
class EvaluationText {

    private final ObjectMapper json;

    EvaluationText(ObjectMapper json) {
        this.json = json;
    }

    String of(Evaluation evaluation) {
        if (evaluation.result() == null) {
            return (evaluation.sentence() == null ? "Not measured yet." : evaluation.sentence()) + "\n";
        }
        try {
            return of(evaluation.source(), json.treeToValue(evaluation.result(), EvaluationResult.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String of(String source, EvaluationResult result) {
        var text = new StringBuilder("%s: %d lists, %d of them tell, %d rows, %d readers, %s to %s; intervals over %s\n"
                .formatted(
                        source,
                        result.lists(),
                        result.tellingLists(),
                        result.rows(),
                        result.readers(),
                        result.from(),
                        result.to(),
                        result.drawn()));
        result.notes().forEach(note -> text.append(note).append('\n'));
        text.append("%-34s %-20s %-20s %-20s %-6s %-9s %-8s %-11s %s\n"
                .formatted(
                        "",
                        "nDCG@10",
                        "recall@" + result.recallAt(),
                        "AUC",
                        "MAP",
                        "coverage",
                        "novelty",
                        "calibration",
                        "nDCG@10 beside the first"));
        for (var ranker : result.rankers()) {
            text.append("%-34s %-20s %-20s %-20s %-6s %-9s %-8s %-11s %s\n"
                    .formatted(
                            (ranker.floor() ? "floor: " : "") + ranker.name(),
                            interval(ranker.figures().ndcg10()),
                            interval(ranker.figures().recall()),
                            interval(ranker.figures().auc()),
                            number(ranker.figures().map().value()),
                            number(ranker.coverage()),
                            number(ranker.novelty()),
                            ranker.floor()
                                    ? ""
                                    : number(ranker.figures().calibrationError().value()),
                            ranker.difference() == null
                                    ? ""
                                    : interval(ranker.difference().ndcg10())));
        }
        for (var one : result.offPolicy()) {
            text.append("exploring by %-34s answered %s (SNIPS), %s (IPS), as drawn %s of %d, worth %.0f\n"
                    .formatted(
                            one.ranker(),
                            interval(one.snips()),
                            interval(one.ips()),
                            number(one.logged()),
                            one.lines(),
                            one.effective()));
        }
        return text.toString();
    }

    private static String interval(Figures.Interval one) {
        return "%s [%s, %s]".formatted(number(one.value()), number(one.low()), number(one.high()));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
