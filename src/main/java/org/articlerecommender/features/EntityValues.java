package org.articlerecommender.features;

import java.time.Instant;

/**
 * The stored values of one reader or article in one view.
 *
 * @param at the moment whose values these are
 * @param values in the order of the view's features; null where there is none
 */
record EntityValues(Instant at, Object[] values) {}
