package org.articlerecommender.features;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Reads values of every dtype from JSON, strictly: nothing is rounded, cut or converted. */
final class JsonValues {

    private static final int LONGEST_TEXT = 100_000;
    private static final int LONGEST_LIST = 10_000;

    private JsonValues() {}

    /**
     * The value, null for JSON's null.
     *
     * @throws IllegalArgumentException that says what is expected
     */
    static Object read(Dtype dtype, JsonNode given) {
        if (given.isNull()) {
            return null;
        }
        return switch (dtype) {
            case INT64 -> {
                expect(given.isIntegralNumber() && given.canConvertToLong(), "expected a whole number");
                yield given.longValue();
            }
            case FLOAT64 -> finite(given);
            case FLOAT32 -> {
                float value = (float) finite(given);
                expect(Float.isFinite(value), "expected a number that a float32 can hold");
                yield value;
            }
            case BOOL -> {
                expect(given.isBoolean(), "expected true or false");
                yield given.booleanValue();
            }
            case STRING -> text(given);
            case STRINGS, INT64S, FLOAT64S, BOOLS -> elements(dtype, given);
            case EMBEDDING -> vector(list(given, "expected a list of numbers"));
            case WEIGHTS -> weights(given);
        };
    }

    private static double finite(JsonNode given) {
        expect(given.isNumber() && Double.isFinite(given.doubleValue()), "expected a finite number");
        return given.doubleValue();
    }

    private static String text(JsonNode given) {
        expect(given.isTextual(), "expected a text");
        expect(given.textValue().length() <= LONGEST_TEXT, "expected at most %d characters".formatted(LONGEST_TEXT));
        // PostgreSQL has no such character
        expect(given.textValue().indexOf('\0') < 0, "the character U+0000 cannot be stored");
        return given.textValue();
    }

    private static List<Object> elements(Dtype dtype, JsonNode given) {
        var elements = new ArrayList<>();
        for (var one : list(given, "expected a list, " + dtype.label())) {
            try {
                expect(!one.isNull(), "expected no null");
                elements.add(read(dtype.element(), one));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("element %d of the %s, counted from 0: %s"
                        .formatted(elements.size(), dtype.label(), e.getMessage()));
            }
        }
        return List.copyOf(elements);
    }

    private static JsonNode list(JsonNode given, String expected) {
        expect(given.isArray() && given.size() <= LONGEST_LIST, expected + ", at most " + LONGEST_LIST);
        return given;
    }

    private static float[] vector(JsonNode given) {
        var vector = new float[given.size()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) finite(given.get(i));
            expect(Float.isFinite(vector[i]), "expected numbers that a float32 can hold");
        }
        return vector;
    }

    private static TreeMap<String, Double> weights(JsonNode given) {
        expect(given.isObject() && given.size() <= LONGEST_LIST, "expected an object of numbers");
        var weights = new TreeMap<String, Double>();
        given.properties().forEach(one -> weights.put(one.getKey(), finite(one.getValue())));
        return weights;
    }

    private static void expect(boolean holds, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(expected);
        }
    }
}
