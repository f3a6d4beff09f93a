package org.articlerecommender.web;

/**
 * Where in a list a page stands.
 *
 * @param first the place of its first line, from 1
 * @param last the place of its last line
 * @param total how many lines there are to page through
 * @param before the page before, or null; like {@code next}
 */
public record Pages(int first, int last, int total, String before, String next) {}
