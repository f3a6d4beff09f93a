package org.articlerecommender.events;

import java.util.List;

/**
 * A list with what it tried out on its reader.
 *
 * @param draft null when one model alone ordered it
 * @param explored what exploring lines were drawn from
 */
public record MadeList(ShownRanking ranking, Draft draft, List<Exploration> explored) {}
