package org.articlerecommender.ingestion;

import java.util.List;
import org.articlerecommender.catalog.Article;

/**
 * A part of a file, read and not yet stored.
 *
 * @param bytes where in the text the next part begins
 * @param lines how many lines end before it
 * @param snapshot whether its lines are those of arXiv's public snapshot
 */
record BulkStep(long bytes, long lines, List<Article> articles, List<BulkFileTable.BadLineOf> bad, boolean snapshot) {}
