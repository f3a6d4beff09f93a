package org.articlerecommender.features;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.BufferedReader;
import java.io.IOException;

/** Rows of which each is a line. The line that asks has been read. */
class NdjsonRows implements RowSource {

    private final ObjectReader json;
    private final BufferedReader in;

    NdjsonRows(ObjectMapper json, BufferedReader in) {
        this.json = json.readerFor(Given.class);
        this.in = in;
    }

    @Override
    public String unit() {
        return "line";
    }

    @Override
    public long first() {
        return 2;
    }

    @Override
    public HistoricalFeatures.Row next() throws IOException, Refused {
        var line = in.readLine();
        if (line == null) {
            return null;
        }
        if (line.isBlank()) {
            throw new Refused("the line is empty");
        }
        try {
            return Given.row(json.readValue(line));
        } catch (JsonMappingException e) {
            throw Given.refused(e);
        } catch (JsonProcessingException e) {
            throw new Refused("not JSON");
        }
    }
}
