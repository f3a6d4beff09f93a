package org.articlerecommender.catalog;

import java.util.List;

/**
 * One page of a list, newest announcement first.
 *
 * @param total how many articles the whole list has
 * @param next what to pass as {@code cursor} for the page after this one; null on the last
 */
public record ArticlePage(long total, List<Article> items, String next) {}
