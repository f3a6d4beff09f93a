package org.articlerecommender.events;

import java.time.LocalDate;

/**
 * The lines of lists that one reader was shown on one day.
 *
 * @param lines how many were rendered
 * @param answered how many of them the reader opened, clicked or saved
 */
public record Shown(LocalDate day, ReaderId reader, int lines, int answered) {}
