package org.articlerecommender.training;

import java.time.Instant;
import java.util.UUID;
import org.articlerecommender.events.ReaderId;

/**
 * What was known of an article when a reader was shown it in a list, and whether the reader opened it there.
 *
 * @param ranking the list
 * @param at when the list was made
 * @param values what was known before, in the order of the set's names; NaN where nobody knows
 * @param position where it stood, from 1
 */
record TrainingRow(UUID ranking, ReaderId reader, Instant at, int position, double[] values, boolean positive) {}
