package org.articlerecommender.events;

import java.time.Instant;
import java.util.UUID;
import org.articlerecommender.catalog.ArticleId;

/**
 * One thing a reader did.
 *
 * @param id given by whoever records it, so that recording twice counts once
 * @param article null for the types that are not about one
 * @param ranking the list in which it happened, or null when that is not known
 * @param query what was searched for, or null
 */
public record Event(
        UUID id, ReaderId reader, EventType type, ArticleId article, UUID ranking, String query, Instant at) {}
