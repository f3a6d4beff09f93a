package org.articlerecommender.features;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;

/** Rows that are the elements of the list {@code rows}, the last field of an object. */
class JsonRows implements RowSource {

    private final ObjectMapper json;
    private final JsonParser in;

    JsonRows(ObjectMapper json, InputStream in) throws IOException {
        this.json = json;
        this.in = json.createParser(in);
    }

    /**
     * What stands before the rows.
     *
     * @throws Unreadable if there are no rows
     */
    ObjectNode head() throws IOException, Unreadable {
        try {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw new Unreadable("expected {\"features\": […], \"rows\": […]}");
            }
            var head = json.createObjectNode();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                var name = in.currentName();
                if (in.nextToken() == JsonToken.START_ARRAY && name.equals("rows")) {
                    return head;
                }
                head.set(name, in.<JsonNode>readValueAsTree());
            }
            throw new Unreadable("rows: expected a list, as the last field");
        } catch (JsonProcessingException e) {
            throw broken(e);
        }
    }

    @Override
    public String unit() {
        return "row";
    }

    @Override
    public long first() {
        return 0;
    }

    @Override
    public HistoricalFeatures.Row next() throws IOException, Refused, Unreadable {
        JsonNode row;
        try {
            if (in.nextToken() == JsonToken.END_ARRAY) {
                end();
                return null;
            }
            row = in.readValueAsTree();
        } catch (JsonProcessingException e) {
            throw broken(e);
        }
        try {
            return Given.row(json.treeToValue(row, Given.class));
        } catch (JsonMappingException e) {
            throw Given.refused(e);
        }
    }

    private void end() throws IOException, Unreadable {
        if (in.nextToken() != JsonToken.END_OBJECT) {
            throw new Unreadable("rows must be the last field");
        }
    }

    private static Unreadable broken(JsonProcessingException e) {
        var at = e.getLocation();
        return new Unreadable(
                at == null ? "not JSON" : "not JSON at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr()));
    }
}
