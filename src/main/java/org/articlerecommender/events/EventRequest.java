package org.articlerecommender.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.articlerecommender.catalog.ArticleId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An event as a client sends it; see {@code POST /api/v1/events}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Event")
record EventRequest(
        @Schema(description = "The client's own UUID; the same id again is recorded once. Made up when absent")
        UUID id,

        @Schema(required = true, examples = "ada") String user,
        @Schema(required = true, examples = "search") EventType type,

        @Schema(description = "Which article; needed unless type is search or recommendations")
        ArticleId article,

        @Schema(description = "The list in which it happened, from the answer that showed it")
        UUID ranking,

        @Schema(examples = "dense retrieval") String query,
        @Schema(description = "When; now when absent") Instant at) {}
