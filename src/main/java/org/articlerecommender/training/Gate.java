package org.articlerecommender.training;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.articlerecommender.ranking.TrainedModel;

/**
 * Whether a new model may serve: when the paired interval of its gain lies above zero or, the one that serves being
 * stale, when the new one is not worse for certain. Nothing opens it while there is an objection.
 *
 * @param reason in a sentence, to be kept with the model
 */
record Gate(boolean opens, String reason) {

    /**
     * @param active the model that is marked active; null for the fallback
     * @param serving the id of what orders lists now; null for the fallback
     * @param oldest how old what an active model learned from may be
     */
    static Gate of(Comparison compared, TrainedModel active, String serving, Instant now, Duration oldest) {
        var stale = stale(active, serving, now, oldest);
        boolean opens = compared.isBetter() || stale != null && !compared.isWorse();
        var beside = serving == null ? "the fallback" : serving;
        String verdict;
        if (compared.isBetter()) {
            verdict = "promoted, better than %s on later lists".formatted(beside);
        } else if (opens) {
            verdict = "promoted, not worse than %s on later lists, and %s".formatted(beside, stale);
        } else {
            verdict = "refused, not surely better than %s on later lists".formatted(beside);
        }
        return new Gate(opens, verdict + " " + figures(compared));
    }

    /** Shut when something speaks against any promotion, however well the new model orders lists. */
    Gate objected(Optional<String> objection) {
        return objection
                .map(sentence -> new Gate(false, "refused, %s; by its lists alone %s".formatted(sentence, reason)))
                .orElse(this);
    }

    private static String stale(TrainedModel active, String serving, Instant now, Duration oldest) {
        if (active == null) {
            return null;
        }
        if (!active.id().equals(serving)) {
            return "the active model %s can no longer be used".formatted(active.id());
        }
        var learnedTo = active.trainedTo();
        return learnedTo != null && learnedTo.isBefore(now.minus(oldest))
                ? "what that one learned from is older than %d days".formatted(oldest.toDays())
                : null;
    }

    private static String figures(Comparison compared) {
        return "(nDCG@10 %s beside %s, AUC %s beside %s; gain %s, %s)."
                .formatted(
                        number(compared.model().ndcg10().value()),
                        number(compared.baseline().ndcg10().value()),
                        number(compared.model().auc().value()),
                        number(compared.baseline().auc().value()),
                        interval(compared.difference().ndcg10()),
                        interval(compared.difference().auc()));
    }

    private static String interval(Figures.Interval gain) {
        return "%s to %s".formatted(signed(gain.low()), signed(gain.high()));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static String signed(double value) {
        return String.format(Locale.ROOT, "%+.3f", value);
    }
}
