package org.articlerecommender.catalog;

import java.time.Instant;

/**
 * What a version of an article said when we first saw it.
 *
 * @param comment null when there was none
 * @param updated when it was submitted
 */
public record ArticleVersion(int version, String title, String comment, Instant updated) {}
