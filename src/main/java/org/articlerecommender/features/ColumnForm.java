package org.articlerecommender.features;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeMap;

/** How a value is kept in a column of PostgreSQL; every form keeps it exactly. */
enum ColumnForm {
    BIGINT("bigint"),
    DOUBLE("double precision"),
    REAL("real"),
    BOOLEAN("boolean"),
    TEXT("text"),
    TEXTS("text[]") {
        @Override
        String catalogueType() {
            return "ARRAY";
        }

        @Override
        void bind(Object value, PreparedStatement to, int at) throws SQLException {
            to.setArray(
                    at, value == null ? null : to.getConnection().createArrayOf("text", ((List<?>) value).toArray()));
        }

        @Override
        Object read(ResultSet row, String column) throws SQLException {
            var texts = row.getArray(column);
            return texts == null ? null : List.of((String[]) texts.getArray());
        }
    },
    VECTOR("bytea") {
        @Override
        void bind(Object value, PreparedStatement to, int at) throws SQLException {
            to.setBytes(at, value == null ? null : PackedForms.bytes((float[]) value));
        }

        @Override
        Object read(ResultSet row, String column) throws SQLException {
            var bytes = row.getBytes(column);
            return bytes == null ? null : PackedForms.floats(bytes);
        }
    },
    WEIGHTS("jsonb") {
        @Override
        void bind(Object value, PreparedStatement to, int at) throws SQLException {
            try {
                to.setString(at, value == null ? null : JSON.writeValueAsString(value));
            } catch (JsonProcessingException e) {
                throw new SQLException("weights cannot be written as JSON", e);
            }
        }

        @Override
        Object read(ResultSet row, String column) throws SQLException {
            var text = row.getString(column);
            try {
                return text == null ? null : JSON.readValue(text, NUMBERS);
            } catch (JsonProcessingException e) {
                throw new SQLException("the column " + column + " does not hold weights", e);
            }
        }
    };

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<String, Double>> NUMBERS = new TypeReference<>() {};

    private final String type;

    ColumnForm(String type) {
        this.type = type;
    }

    /** Its type as it is declared. */
    String type() {
        return type;
    }

    /** What PostgreSQL's catalogue calls that type. */
    String catalogueType() {
        return type;
    }

    void bind(Object value, PreparedStatement to, int at) throws SQLException {
        to.setObject(at, value);
    }

    Object read(ResultSet row, String column) throws SQLException {
        return row.getObject(column);
    }
}
