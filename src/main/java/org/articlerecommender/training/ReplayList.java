package org.articlerecommender.training;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.ranking.Outcome;

/** One list of a log file. */
record ReplayList(ReaderId reader, Instant at, List<Item> items) {

    /**
     * @param features as served, by name; empty where the file has none, and then they are computed from the log
     */
    record Item(ArticleId article, Set<Outcome> outcomes, Map<String, Double> features) {}
}
