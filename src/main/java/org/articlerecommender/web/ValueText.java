package org.articlerecommender.web;

import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** A feature's value for people: what is long is cut, of weights the heaviest are named. */
final class ValueText {

    private static final int LONGEST = 200;
    private static final int HEAVIEST = 5;

    private ValueText() {}

    static String of(Object value) {
        if (value instanceof float[] vector) {
            return "%d numbers".formatted(vector.length);
        }
        var text = value instanceof Map<?, ?> weights ? heaviest(weights) : Objects.toString(value, "no value");
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    private static String heaviest(Map<?, ?> weights) {
        if (weights.isEmpty()) {
            return "none";
        }
        var first = weights.entrySet().stream()
                .sorted(Comparator.comparingDouble(one -> -(Double) one.getValue()))
                .limit(HEAVIEST)
                .map(one -> one.getKey() + " " + Show.figure((Double) one.getValue()))
                .collect(Collectors.joining(", "));
        int more = weights.size() - HEAVIEST;
        return more > 0 ? "%s and %d more".formatted(first, more) : first;
    }
}
