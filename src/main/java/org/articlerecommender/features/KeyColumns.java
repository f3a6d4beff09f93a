package org.articlerecommender.features;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The columns of a view's table that say whose values a row holds, and their way into and out of queries. */
record KeyColumns(List<String> names) {

    static KeyColumns of(FeatureView view) {
        return new KeyColumns(view.entity().joinKeys());
    }

    int count() {
        return names.size();
    }

    /** {@code "user_id", "category"} */
    String list() {
        return each("\"%s\"", ", ");
    }

    /** The same of a table that the query calls so. */
    String list(String of) {
        return each(of + ".\"%s\"", ", ");
    }

    /** A condition that both tables have the same keys. */
    String same(String left, String right) {
        return names.stream()
                .map(name -> "%s.\"%s\" = %s.\"%s\"".formatted(left, name, right, name))
                .collect(Collectors.joining(" and "));
    }

    /** As many question marks as there are columns. */
    String marks() {
        return each("?", ", ");
    }

    /** A table of keys and moments with its columns, each a parameter that {@link #bind} fills. */
    String table(String called) {
        return "unnest(%s, ?::timestamptz[]) with ordinality %s (%s, at, n)"
                .formatted(each("?::text[]", ", "), called, list());
    }

    /** Fills the parameters of {@link #table}, from the first on. */
    void bind(PreparedStatement to, List<Moment> moments) throws SQLException {
        var connection = to.getConnection();
        var parts = moments.stream().map(moment -> parts(moment.key())).toList();
        for (int i = 0; i < count(); i++) {
            int place = i;
            to.setArray(
                    i + 1,
                    texts(connection, parts.stream().map(one -> one.get(place)).toList()));
        }
        to.setArray(
                count() + 1,
                texts(
                        connection,
                        moments.stream().map(moment -> moment.at().toString()).toList()));
    }

    /** Sets the columns of one row. */
    void bind(PreparedStatement to, int first, String key) throws SQLException {
        var parts = parts(key);
        for (int i = 0; i < parts.size(); i++) {
            to.setString(first + i, parts.get(i));
        }
    }

    /** The key of a row that has the columns from this place on. */
    String read(ResultSet row, int first) throws SQLException {
        return count() == 1 ? row.getString(first) : PackedKey.of(row.getString(first), row.getString(first + 1));
    }

    /** The key before all others. */
    String first() {
        return count() == 1 ? "" : PackedKey.of("", "");
    }

    private List<String> parts(String key) {
        return PackedKey.parts(key, count());
    }

    private String each(String form, String between) {
        return IntStream.range(0, count())
                .mapToObj(i -> form.formatted(names.get(i)))
                .collect(Collectors.joining(between));
    }

    private static java.sql.Array texts(Connection connection, Collection<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }
}
