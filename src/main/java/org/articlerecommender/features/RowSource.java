package org.articlerecommender.features;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.io.IOException;
import java.time.Instant;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.events.ReaderId;

/** The rows of a point-in-time join, one after the other, each read when it is asked for. */
interface RowSource {

    /** What the places of rows are called. */
    String unit();

    /** The place of the first row. */
    long first();

    /**
     * Reads the next row.
     *
     * @return null at the end
     * @throws Refused if this row cannot be used; the next one may be asked for
     * @throws Unreadable if nothing after this can be read
     */
    HistoricalFeatures.Row next() throws IOException, Refused, Unreadable;

    /** A row that cannot be used; the message says why. */
    class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message, null, false, false);
        }
    }

    /** What was sent is broken from here on; the message says where. */
    class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message, null, false, false);
        }
    }

    /** One row as it is sent. */
    record Given(
            @JsonProperty("user_id") ReaderId userId,
            @JsonProperty("entry_id") ArticleId entryId,
            String category,
            String author,

            @JsonProperty("event_timestamp") @JsonDeserialize(using = IsoMoment.class)
            Instant at) {

        /** @param given null for JSON's null */
        static HistoricalFeatures.Row row(Given given) throws Refused {
            if (given == null || given.at == null || given.userId == null && given.entryId == null) {
                throw new Refused("event_timestamp and user_id, entry_id or both are needed");
            }
            return new HistoricalFeatures.Row(
                    new EntityKeys(given.userId, given.entryId, given.category, given.author), given.at);
        }

        static Refused refused(JsonMappingException e) {
            var field = e.getPath().isEmpty() || e.getPath().get(0).getFieldName() == null
                    ? "row"
                    : e.getPath().get(0).getFieldName();
            var said = e.getCause() instanceof IllegalArgumentException cause && cause.getMessage() != null
                    ? cause.getMessage()
                    : "cannot be read; user_id is a text, entry_id an arXiv id, event_timestamp an ISO time";
            return new Refused(field + ": " + said);
        }
    }
}
