package org.articlerecommender.training;

/**
 * How well scores foretell what readers opened.
 *
 * @param auc the share of pairs of an opened and a passed-over article that are in the right order
 * @param logLoss the mean surprise, in nats
 * @param ndcg10 how early the opened articles stand in the first ten, the mean over lists that tell
 * @param calibrationError how far the mean score of a tenth of the scale lies from the share opened there, on average
 */
record Measured(double auc, double logLoss, double ndcg10, double calibrationError) {

    Measured minus(Measured other) {
        return new Measured(
                auc - other.auc,
                logLoss - other.logLoss,
                ndcg10 - other.ndcg10,
                calibrationError - other.calibrationError);
    }
}
