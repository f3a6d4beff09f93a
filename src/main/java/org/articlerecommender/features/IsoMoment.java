package org.articlerecommender.features;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import java.io.IOException;
import java.time.Instant;

/**
 * Reads a moment from an ISO time and from nothing else: a number may be of seconds or of milliseconds, and the wrong one of
 * them is a moment at which nothing has a value.
 */
class IsoMoment extends JsonDeserializer<Instant> {

    @Override
    public Instant deserialize(JsonParser from, DeserializationContext context) throws IOException {
        if (from.currentToken() != JsonToken.VALUE_STRING) {
            return (Instant) context.handleUnexpectedToken(Instant.class, from);
        }
        return from.getText().indexOf('T') < 0
                ? (Instant) context.handleWeirdStringValue(Instant.class, from.getText(), "no ISO time")
                : InstantDeserializer.INSTANT.deserialize(from, context);
    }
}
