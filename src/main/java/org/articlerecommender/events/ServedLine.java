package org.articlerecommender.events;

import java.time.Instant;

/**
 * One line of a list that was made for a reader, rendered or not.
 *
 * @param at when the list was made; the line's features were known before
 */
public record ServedLine(ReaderId reader, Instant at, ShownRanking.Item item) {}
