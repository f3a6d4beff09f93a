package org.articlerecommender.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * Where the facts about an article come from.
 *
 * @param toldBy who told what it says now
 * @param toldAt when that was stored
 * @param dayBy who told, or from whose dates was worked out, the day it was announced
 * @param confirmed whether its version and dates come from a source that knows them exactly
 */
public record Provenance(
        @JsonProperty("told_by") String toldBy,
        @JsonProperty("told_at") Instant toldAt,
        @JsonProperty("day_by") String dayBy,
        @JsonProperty("day") String day,
        boolean confirmed) {}
