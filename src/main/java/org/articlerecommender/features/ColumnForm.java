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
    TEXTS("text[]", "text"),
    BIGINTS("bigint[]", "int8"),
    DOUBLES("double precision[]", "float8"),
    BOOLEANS("boolean[]", "bool"),
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
    private final String element;

    ColumnForm(String type) {
        this(type, null);
    }

    ColumnForm(String type, String element) {
        this.type = type;
        this.element = element;
    }

    /** Its type as it is declared. */
    String type() {
        return type;
    }

    /** What {@link HistorySchema#columns} calls that type. */
    String catalogueType() {
        return element == null ? type : "_" + element;
    }

    void bind(Object value, PreparedStatement to, int at) throws SQLException {
        if (element == null || value == null) {
            to.setObject(at, value);
        } else {
            to.setArray(at, to.getConnection().createArrayOf(element, ((List<?>) value).toArray()));
        }
    }

    Object read(ResultSet row, String column) throws SQLException {
        if (element == null) {
            return row.getObject(column);
        }
        var list = row.getArray(column);
        return list == null ? null : List.of((Object[]) list.getArray());
    }
}
