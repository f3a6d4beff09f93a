package org.articlerecommender.features;

import com.fasterxml.jackson.annotation.JsonValue;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The type of a feature's values, and its form in Redis, which keeps every value exactly. */
public enum Dtype {
    INT64("int64", ColumnForm.BIGINT) {
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
    FLOAT64("float64", ColumnForm.DOUBLE) {
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
    FLOAT32("float32", ColumnForm.REAL) {
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
    BOOL("bool", ColumnForm.BOOLEAN) {
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
    STRING("string", ColumnForm.TEXT) {
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
    STRINGS("string[]", ColumnForm.TEXTS, STRING),
    INT64S("int64[]", ColumnForm.BIGINTS, INT64),
    FLOAT64S("float64[]", ColumnForm.DOUBLES, FLOAT64),
    BOOLS("bool[]", ColumnForm.BOOLEANS, BOOL),
    /** As long as the vectors of the model that serves: another model changes the length, not the definition. */
    EMBEDDING("float32[]", ColumnForm.VECTOR) {
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
    },
    WEIGHTS("map<string,float64>", ColumnForm.WEIGHTS) {
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
    };

    private final String label;
    private final ColumnForm column;
    private final Dtype element;

    Dtype(String label, ColumnForm column) {
        this(label, column, null);
    }

    Dtype(String label, ColumnForm column, Dtype element) {
        this.label = label;
        this.column = column;
        this.element = element;
    }

    @JsonValue
    public String label() {
        return label;
    }

    /** Its form in PostgreSQL. */
    ColumnForm column() {
        return column;
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

    /** What its values are lists of; null for what is no list. A vector is one value. */
    Dtype element() {
        return element;
    }

    // as lists have it; every other type has a form of its own
    void write(Object value, DataOutputStream to) throws IOException {
        var list = (List<?>) value;
        to.writeInt(list.size());
        for (var one : list) {
            element.write(one, to);
        }
    }

    Object read(ByteBuffer from) {
        var list = new ArrayList<>();
        for (int left = from.getInt(); left > 0; left--) {
            list.add(element.read(from));
        }
        return List.copyOf(list);
    }
}
