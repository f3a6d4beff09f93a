package org.articlerecommender.training;

import java.util.Locale;

/** Says in a sentence how a model compares. */
final class Verdict {

    private Verdict() {}

    /** @param baseline the id of the model that orders now; null for the fallback */
    static String of(Comparison compared, String baseline) {
        var beside = baseline == null ? "the fallback" : baseline;
        var figures = "nDCG@10 %s beside %s, AUC %s beside %s"
                .formatted(
                        number(compared.model().ndcg10().value()),
                        number(compared.baseline().ndcg10().value()),
                        number(compared.model().auc().value()),
                        number(compared.baseline().auc().value()));
        return compared.isBetter()
                ? "promoted, better than %s on later lists (%s; gain %s, %s)."
                        .formatted(
                                beside,
                                figures,
                                interval(compared.difference().ndcg10()),
                                interval(compared.difference().auc()))
                : "refused, not surely better than %s on later lists (%s; gain %s, %s)."
                        .formatted(
                                beside,
                                figures,
                                interval(compared.difference().ndcg10()),
                                interval(compared.difference().auc()));
    }

    private static String interval(Comparison.Interval gain) {
        return "%s to %s".formatted(signed(gain.low()), signed(gain.high()));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static String signed(double value) {
        return String.format(Locale.ROOT, "%+.3f", value);
    }
}
