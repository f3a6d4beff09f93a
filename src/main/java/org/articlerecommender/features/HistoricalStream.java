package org.articlerecommender.features;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.quarkus.logging.Log;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.features.FeatureHistory.Row;
import org.articlerecommender.platform.StoreUnavailable;

/** Reads the rows of a point-in-time join line by line and writes one line for each, in order. */
class HistoricalStream {

    record Line(
            @JsonProperty("user_id") ReaderId userId,
            @JsonProperty("entry_id") ArticleId entryId,
            @JsonProperty("event_timestamp") Instant at) {}

    record Answer(
            @JsonProperty("user_id") ReaderId userId,
            @JsonProperty("entry_id") ArticleId entryId,
            @JsonProperty("event_timestamp") Instant at,
            @JsonSerialize(contentUsing = ValueJson.class) List<Object> values,
            List<FeatureReading.Status> statuses,
            List<Long> ages) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Refused(Long line, String problem) {}

    private final ObjectMapper json;
    private final BufferedReader in;
    private final OutputStream out;
    // the line that asks has been read
    private long read = 1;
    private long written = 1;
    private final TreeMap<Long, Refused> refused = new TreeMap<>();

    HistoricalStream(ObjectMapper json, BufferedReader in, OutputStream out) {
        this.json = json;
        this.in = in;
        this.out = new BufferedOutputStream(out, 1 << 16);
    }

    void run(Consumer<HistoricalStream> join) throws IOException {
        try {
            join.accept(this);
            flushRefused();
        } catch (StoreUnavailable e) {
            // the answer has begun, so that its status cannot tell any more
            Log.warnf("A point-in-time join broke off: %s", e.getMessage());
            put(new Refused(null, "the answer ends here: " + e.getMessage()));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        out.flush();
    }

    /** The rows of all lines that can be read. */
    Iterator<Row> rows() {
        return new Iterator<>() {
            private Row next;

            @Override
            public boolean hasNext() {
                for (String line; next == null && (line = line()) != null; ) {
                    read++;
                    next = line.isBlank() ? null : parse(line);
                    if (line.isBlank()) {
                        refused.put(read, new Refused(read, "the line is empty"));
                    }
                }
                return next != null;
            }

            @Override
            public Row next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                var row = next;
                next = null;
                return row;
            }
        };
    }

    void write(HistoricalFeatures.Joined joined) {
        flushRefused();
        written++;
        var readings = joined.readings();
        var row = joined.row();
        put(new Answer(
                row.reader(),
                row.article(),
                row.at(),
                new ReadingColumn<>(readings, FeatureReading::value),
                new ReadingColumn<>(readings, FeatureReading::status),
                new ReadingColumn<>(readings, FeatureReading::age)));
    }

    private void flushRefused() {
        while (!refused.isEmpty() && refused.firstKey() == written + 1) {
            put(refused.pollFirstEntry().getValue());
            written++;
        }
    }

    private Row parse(String line) {
        try {
            var given = json.readValue(line, Line.class);
            if (given != null && given.at() != null && (given.userId() != null || given.entryId() != null)) {
                return new Row(given.userId(), given.entryId(), given.at());
            }
            refused.put(read, new Refused(read, "event_timestamp and user_id, entry_id or both are needed"));
        } catch (JsonMappingException e) {
            var field = e.getPath().isEmpty() ? "line" : e.getPath().get(0).getFieldName();
            refused.put(read, new Refused(read, field + ": " + said(e)));
        } catch (JsonProcessingException e) {
            refused.put(read, new Refused(read, "not JSON"));
        }
        return null;
    }

    private static String said(JsonMappingException e) {
        return e.getCause() instanceof IllegalArgumentException cause && cause.getMessage() != null
                ? cause.getMessage()
                : "cannot be read; user_id is a text, entry_id an arXiv id, event_timestamp an ISO time";
    }

    private String line() {
        try {
            return in.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void put(Object line) {
        try {
            out.write(json.writeValueAsBytes(line));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
