package org.articlerecommender.features;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.quarkus.logging.Log;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.features.HistoricalFeatures.Row;
import org.articlerecommender.platform.StoreUnavailable;

/** Takes the rows of a point-in-time join from where they come and writes one answer for each, in order. */
class HistoricalStream {

    record Answer(
            @JsonProperty("user_id") ReaderId userId,
            @JsonProperty("entry_id") ArticleId entryId,
            @JsonInclude(JsonInclude.Include.NON_NULL) String category,
            @JsonInclude(JsonInclude.Include.NON_NULL) String author,
            @JsonProperty("event_timestamp") Instant at,
            @JsonSerialize(contentUsing = ValueJson.class) List<Object> values,
            List<FeatureReading.Status> statuses,
            List<Long> ages) {}

    /** How answers follow each other. */
    enum Form {
        LINES("", "\n", "\n", ""),
        JSON("{\"rows\": [\n", ",\n", "\n]", "}");

        private final String begin;
        private final String between;
        private final String end;
        private final String close;

        Form(String begin, String between, String end, String close) {
            this.begin = begin;
            this.between = between;
            this.end = end;
            this.close = close;
        }
    }

    private static final Row NOTHING = new Row(EntityKeys.of(null, null), Instant.EPOCH);

    private final ObjectWriter json;
    private final RowSource in;
    private final OutputStream out;
    private final Form form;
    private final Map<Long, String> refused = new HashMap<>();
    private long read;
    private long written;
    private boolean any;
    private String brokenOff;

    HistoricalStream(ObjectMapper json, RowSource in, OutputStream out, Form form) {
        this.json = json.writer();
        this.in = in;
        this.out = new BufferedOutputStream(out, 1 << 16);
        this.form = form;
        this.read = in.first() - 1;
        this.written = in.first() - 1;
    }

    void run(Consumer<HistoricalStream> join) throws IOException {
        try {
            text(form.begin);
            join.accept(this);
        } catch (StoreUnavailable e) {
            // the answer has begun, so that its status cannot tell any more
            Log.warnf("A point-in-time join broke off: %s", e.getMessage());
            brokenOff = e.getMessage();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        end();
    }

    private void end() throws IOException {
        var said = Map.of("problem", "the answer ends here: " + brokenOff);
        if (form == Form.LINES) {
            if (brokenOff != null) {
                put(said);
            }
            text(any ? form.end : "");
        } else {
            text(form.end);
            text(brokenOff == null ? "" : ", \"problem\": " + json.writeValueAsString(said.get("problem")));
            text(form.close);
        }
        out.flush();
    }

    /** The rows that can be used. */
    Iterator<Row> rows() {
        return new Iterator<>() {
            private Row next;
            private boolean over;

            @Override
            public boolean hasNext() {
                while (next == null && !over) {
                    read++;
                    try {
                        next = in.next();
                        over = next == null;
                    } catch (RowSource.Refused e) {
                        // it goes the way of the others, so that the answers keep their order
                        refused.put(read, e.getMessage());
                        next = NOTHING;
                    } catch (RowSource.Unreadable e) {
                        brokenOff = "%s %d: %s".formatted(in.unit(), read, e.getMessage());
                        over = true;
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
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
        written++;
        var problem = refused.remove(written);
        if (problem != null) {
            var answer = new LinkedHashMap<String, Object>();
            answer.put(in.unit(), written);
            answer.put("problem", problem);
            put(answer);
            return;
        }
        var readings = joined.readings();
        var row = joined.row();
        put(new Answer(
                row.keys().reader(),
                row.keys().article(),
                row.keys().category(),
                row.keys().author(),
                row.at(),
                new ReadingColumn<>(readings, FeatureReading::value),
                new ReadingColumn<>(readings, FeatureReading::status),
                new ReadingColumn<>(readings, FeatureReading::age)));
    }

    private void put(Object answer) {
        try {
            text(any ? form.between : "");
            any = true;
            out.write(json.writeValueAsBytes(answer));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void text(String text) throws IOException {
        out.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
