package org.articlerecommender.features;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The type of a feature's values, and its forms in Redis and in PostgreSQL; both keep every value exactly. */
public enum Dtype {
    INT64("int64", "bigint") {
        @Override
        Object parse(String text) {
            return Long.valueOf(text);
        }

        @Override
        void write(Object value, DataOutputStream to) throws IOException {
            to.writeLong((Long) value);
        }

        @Override
        Object read(ByteBuffer from) {
            return from.getLong();
        }
    },
    FLOAT64("float64", "double precision") {
        @Override
        Object parse(String text) {
            return Double.valueOf(text);
        }

        @Override
        void write(Object value, DataOutputStream to) throws IOException {
            to.writeDouble((Double) value);
        }

        @Override
        Object read(ByteBuffer from) {
            return from.getDouble();
        }
    },
    FLOAT32("float32", "real") {
        @Override
        Object parse(String text) {
            return Float.valueOf(text);
        }

        @Override
        void write(Object value, DataOutputStream to) throws IOException {
            to.writeFloat((Float) value);
        }

        @Override
        Object read(ByteBuffer from) {
            return from.getFloat();
        }
    },
    BOOL("bool", "boolean") {
        @Override
        Object parse(String text) {
            if (!text.equals("true") && !text.equals("false")) {
                throw new IllegalArgumentException("expected true or false");
            }
            return Boolean.valueOf(text);
        }

        @Override
        void write(Object value, DataOutputStream to) throws IOException {
            to.writeBoolean((Boolean) value);
        }

        @Override
        Object read(ByteBuffer from) {
            return from.get() != 0;
        }
    },
    STRINGS("string[]", "text[]") {
        @Override
        void write(Object value, DataOutputStream to) throws IOException {
            var texts = (List<?>) value;
            to.writeInt(texts.size());
            for (var text : texts) {
                PackedForms.writeText((String) text, to);
            }
        }

        @Override
        Object read(ByteBuffer from) {
            var texts = new ArrayList<String>();
            for (int left = from.getInt(); left > 0; left--) {
                texts.add(PackedForms.readText(from));
            }
            return List.copyOf(texts);
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
    STRING("string", "text") {
        @Override
        Object parse(String text) {
            return text;
        }

        @Override
        void write(Object value, DataOutputStream to) throws IOException {
            PackedForms.writeText((String) value, to);
        }

        @Override
        Object read(ByteBuffer from) {
            return PackedForms.readText(from);
        }
    },
    /** As long as the vectors of the model that serves: another model changes the length, not the definition. */
    EMBEDDING("float32[]", "bytea") {
        @Override
        void write(Object value, DataOutputStream to) throws IOException {
            var bytes = PackedForms.bytes((float[]) value);
            to.writeInt(bytes.length);
            to.write(bytes);
        }

        @Override
        Object read(ByteBuffer from) {
            return PackedForms.floats(PackedForms.take(from));
        }

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
    WEIGHTS("map<string,float64>", "jsonb") {
        @Override
        void write(Object value, DataOutputStream to) throws IOException {
            var weights = PackedForms.weights(value);
            to.writeInt(weights.size());
            for (var weight : weights.entrySet()) {
                PackedForms.writeText(weight.getKey(), to);
                to.writeDouble(weight.getValue());
            }
        }

        @Override
        Object read(ByteBuffer from) {
            var weights = new TreeMap<String, Double>();
            for (int left = from.getInt(); left > 0; left--) {
                weights.put(PackedForms.readText(from), from.getDouble());
            }
            return weights;
        }

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

    private final String label;
    private final String columnType;

    Dtype(String label, String columnType) {
        this.label = label;
        this.columnType = columnType;
    }

    @JsonValue
    public String label() {
        return label;
    }

    /** Its type in PostgreSQL. */
    String columnType() {
        return columnType;
    }

    /** What PostgreSQL's catalogue calls that type. */
    String catalogueType() {
        return this == STRINGS ? "ARRAY" : columnType;
    }

    /** Whether its values can be the input of a model as they are. */
    public boolean number() {
        return this == INT64 || this == FLOAT32 || this == FLOAT64;
    }

    static Optional<Dtype> of(String label) {
        return Arrays.stream(values())
                .filter(dtype -> dtype.label.equals(label))
                .findFirst();
    }

    static String labels() {
        return Arrays.stream(values()).map(Dtype::label).collect(Collectors.joining(", "));
    }

    /** @throws IllegalArgumentException if the text is not of this type */
    Object parse(String text) {
        throw new IllegalArgumentException("a " + label + " has no default");
    }

    abstract void write(Object value, DataOutputStream to) throws IOException;

    abstract Object read(ByteBuffer from);

    void bind(Object value, PreparedStatement to, int at) throws SQLException {
        to.setObject(at, value);
    }

    Object read(ResultSet row, String column) throws SQLException {
        return row.getObject(column);
    }
}
