package org.articlerecommender.training;

/**
 * How well scores foretell what readers do. The first four are means over the lists that tell one order from another; in
 * nDCG and AUC an answer counts by {@link Worth#weight}, within its list and beside the answers to other lists.
 *
 * @param ndcg10 how early what readers wanted stands in the first ten, each article gaining what its outcomes are worth
 * @param recall the share of the answered articles that stands in the first {@link ScoredLists#RECALL}
 * @param auc the share of pairs of an answered and a passed-over article of a list that are in the right order
 * @param map the mean precision at the places of the answered articles
 * @param logLoss the mean surprise of a row, in nats
 * @param calibrationError how far the mean score of a tenth of the rows lies from what they turned out to be worth
 */
record Measured(double ndcg10, double recall, double auc, double map, double logLoss, double calibrationError) {

    Measured minus(Measured other) {
        return new Measured(
                ndcg10 - other.ndcg10,
                recall - other.recall,
                auc - other.auc,
                map - other.map,
                logLoss - other.logLoss,
                calibrationError - other.calibrationError);
    }
}
