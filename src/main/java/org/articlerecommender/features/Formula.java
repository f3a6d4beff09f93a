package org.articlerecommender.features;

import java.util.ArrayList;
import java.util.List;

/**
 * Arithmetic over named values: {@code + - * /}, parentheses, numbers, and {@code min(a, b)}, {@code max(a, b)}, {@code
 * log1p(a)}, {@code abs(a)}.
 */
final class Formula {

    private interface Part {
        double value(double[] values);
    }

    private final String text;
    private final List<String> names = new ArrayList<>();
    private final Part whole;
    private int at;

    private Formula(String text) {
        this.text = text;
        this.whole = sum();
        if (next() != 0) {
            throw new IllegalArgumentException("\"%s\" is not expected at %d".formatted(text.charAt(at), at + 1));
        }
    }

    /** @throws IllegalArgumentException that says what is wrong and where */
    static Formula parse(String text) {
        return new Formula(text);
    }

    /** What it is computed from, each once: names, also with a view before a colon. */
    List<String> names() {
        return List.copyOf(names);
    }

    /** @param values those of the names, in their order */
    double value(double... values) {
        return whole.value(values);
    }

    private Part sum() {
        var left = product();
        for (char sign = next(); sign == '+' || sign == '-'; sign = next()) {
            at++;
            var before = left;
            var right = product();
            left = sign == '+'
                    ? values -> before.value(values) + right.value(values)
                    : values -> before.value(values) - right.value(values);
        }
        return left;
    }

    private Part product() {
        var left = one();
        for (char sign = next(); sign == '*' || sign == '/'; sign = next()) {
            at++;
            var before = left;
            var right = one();
            left = sign == '*'
                    ? values -> before.value(values) * right.value(values)
                    : values -> before.value(values) / right.value(values);
        }
        return left;
    }

    private Part one() {
        char first = next();
        if (first == '-') {
            at++;
            var negated = one();
            return values -> -negated.value(values);
        }
        if (first == '(') {
            at++;
            var inside = sum();
            expect(')');
            return inside;
        }
        if (Character.isDigit(first)) {
            double number = Double.parseDouble(take("[0-9.]"));
            return values -> number;
        }
        if (Character.isLetter(first)) {
            var name = take("[a-z0-9_:]");
            if (name.isEmpty()) {
                throw new IllegalArgumentException("names are lower-case, \"%s\" is not".formatted(first));
            }
            return next() == '(' ? call(name) : named(name);
        }
        throw new IllegalArgumentException("a number, a name or ( is expected at %d".formatted(at + 1));
    }

    private Part named(String name) {
        if (!names.contains(name)) {
            names.add(name);
        }
        int place = names.indexOf(name);
        return values -> values[place];
    }

    private Part call(String name) {
        expect('(');
        var first = sum();
        Part made = switch (name) {
            case "log1p" -> values -> Math.log1p(first.value(values));
            case "abs" -> values -> Math.abs(first.value(values));
            case "min", "max" -> {
                expect(',');
                var second = sum();
                yield name.equals("min")
                        ? values -> Math.min(first.value(values), second.value(values))
                        : values -> Math.max(first.value(values), second.value(values));
            }
            default ->
                throw new IllegalArgumentException(
                        "there is no function \"%s\"; known are min, max, log1p, abs".formatted(name));
        };
        expect(')');
        return made;
    }

    private String take(String letters) {
        int from = at;
        while (at < text.length() && text.substring(at, at + 1).matches(letters)) {
            at++;
        }
        return text.substring(from, at);
    }

    private void expect(char sign) {
        if (next() != sign) {
            throw new IllegalArgumentException("\"%s\" is expected at %d".formatted(sign, at + 1));
        }
        at++;
    }

    // 0 at the end
    private char next() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Formula formula && formula.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
