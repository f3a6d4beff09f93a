package org.articlerecommender.features;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the SELECT of a view must give: a column for each key and each feature, of a type that keeps the value. */
final class SqlColumns {

    private static final Set<String> WHOLE = Set.of("int2", "int4", "int8", "numeric");
    private static final Set<String> NUMBERS = Set.of("int2", "int4", "int8", "numeric", "float4", "float8");
    private static final List<String> ENDLESS = List.of("'NaN'::float8", "'Infinity'::float8", "'-Infinity'::float8");
    private static final Set<String> TEXTS = Set.of("text", "varchar", "bpchar", "name");

    private SqlColumns() {}

    /** What is wrong with the columns of the view's SELECT, each by its name; empty when nothing is. */
    static Map<String, String> complaints(Connection connection, FeatureView view) throws SQLException {
        var given = types(connection, view.source().query());
        var complaints = new LinkedHashMap<String, String>();
        for (var key : view.entity().joinKeys()) {
            if (!given.containsKey(key)) {
                complaints.put(
                        key,
                        "is missing; the SELECT must give the key of "
                                + view.entity().label());
            }
        }
        for (var feature : view.features()) {
            var type = given.get(feature.name());
            if (type == null) {
                complaints.put(feature.name(), "is missing; the SELECT must give a column of this name");
            } else if (!taken(feature.dtype()).contains(type)) {
                complaints.put(
                        feature.name(),
                        "is %s and the feature %s; write %s::%s"
                                .formatted(
                                        said(type),
                                        feature.dtype().label(),
                                        feature.name(),
                                        feature.dtype().column().type()));
            }
        }
        return complaints;
    }

    private static Map<String, String> types(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var none = statement.executeQuery("select * from (%s) q limit 0".formatted(query))) {
            var types = new HashMap<String, String>();
            var columns = none.getMetaData();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                types.put(columns.getColumnName(i), columns.getColumnTypeName(i));
            }
            return types;
        }
    }

    private static Set<String> taken(Dtype dtype) {
        if (dtype.element() != null) {
            return taken(dtype.element()).stream().map(one -> "_" + one).collect(Collectors.toSet());
        }
        return switch (dtype) {
            case INT64 -> WHOLE;
            case FLOAT32, FLOAT64 -> NUMBERS;
            case BOOL -> Set.of("bool");
            case EMBEDDING -> Set.of("bytea");
            case WEIGHTS -> Set.of("jsonb", "json");
            default -> TEXTS;
        };
    }

    private static String said(String type) {
        return type.startsWith("_") ? type.substring(1) + "[]" : type;
    }

    /** A condition that holds for rows which cannot be kept: no key, no number, or a list with nothing in a place. */
    static String unusable(FeatureView view) {
        return Stream.concat(
                        view.entity().joinKeys().stream().map("q.\"%s\" is null"::formatted),
                        view.features().stream().flatMap(SqlColumns::unusable))
                .collect(Collectors.joining(" or "));
    }

    private static Stream<String> unusable(Feature feature) {
        var column = "q." + feature.column();
        return switch (feature.dtype()) {
            case FLOAT32, FLOAT64 ->
                ENDLESS.stream().map(one -> "coalesce(%s::float8 = %s, false)".formatted(column, one));
            case FLOAT64S ->
                Stream.concat(
                        Stream.of(gaps(column)),
                        ENDLESS.stream().map(one -> "coalesce(%s = any (%s::float8[]), false)".formatted(one, column)));
            case STRINGS, INT64S, BOOLS -> Stream.of(gaps(column));
            default -> Stream.of();
        };
    }

    // PostgreSQL does not search lists of lists
    private static String gaps(String column) {
        return "case when array_ndims(%1$s) > 1 then true else array_position(%1$s, null) is not null end"
                .formatted(column);
    }

    /** The same as one text, for a sentence. */
    static String sentence(Map<String, String> complaints) {
        return complaints.entrySet().stream()
                .map(one -> one.getKey() + " " + one.getValue())
                .collect(Collectors.joining("; "));
    }
}
