package org.articlerecommender.bench;

import java.util.List;
import org.articlerecommender.catalog.ArticleId;

/** One way to find the nearest articles. */
@FunctionalInterface
interface Search {
    List<ArticleId> nearest(float[] query, int count) throws Exception;
}
