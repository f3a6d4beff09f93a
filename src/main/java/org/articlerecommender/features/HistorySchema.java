package org.articlerecommender.features;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Makes and alters the tables of views so that they hold what definitions declare. Columns are never dropped: values of
 * another meaning are set aside as {@code name__hash} and come back when that meaning does. So is the whole table when a
 * view becomes one of another entity.
 */
@Singleton
class HistorySchema {

    private static final String CREATE = """
            create table if not exists %1$s (
                %2$s,
                event_timestamp timestamptz not null,
                created_timestamp timestamptz not null default clock_timestamp(),
                embedding_model text not null default '')
            """;

    private static final Map<String, String> INDEXES = Map.of(
            "as_of", "%s, event_timestamp desc, created_timestamp desc",
            "created", "created_timestamp",
            "time", "event_timestamp");

    /** Brings the tables to what is wanted, from what was registered before. */
    void bring(Connection connection, FeatureDefinitions wanted, Map<String, Registered> registered)
            throws SQLException {
        for (var one : registered.values()) {
            if (one.object().equals(Registered.FEATURE)) {
                retire(connection, one, wanted);
            }
        }
        for (var view : wanted.views()) {
            if (view.stored()) {
                bring(connection, view);
            }
        }
    }

    private void retire(Connection connection, Registered one, FeatureDefinitions wanted) throws SQLException {
        var kept = wanted.find(one.name())
                .filter(feature -> DefinitionFile.hash(feature.meaning()).equals(one.meaning()));
        var name = FeatureName.parse(one.name()).orElseThrow();
        if (kept.isEmpty() && columns(connection, name.view()).containsKey(name.feature())) {
            rename(connection, name.view(), name.feature(), aside(name.feature(), one.meaning()));
        }
    }

    private void bring(Connection connection, FeatureView view) throws SQLException {
        var keys = view.keys();
        makeRoom(connection, view);
        execute(
                connection,
                CREATE.formatted(
                        view.table(),
                        keys.names().stream()
                                .map("\"%s\" text not null"::formatted)
                                .collect(Collectors.joining(", "))));
        for (var index : INDEXES.entrySet()) {
            execute(
                    connection,
                    "create index if not exists \"%s_%s\" on %s (%s)"
                            .formatted(
                                    view.name(),
                                    index.getKey(),
                                    view.table(),
                                    index.getValue().formatted(keys.list())));
        }
        for (var feature : view.features()) {
            bring(connection, view, feature);
        }
    }

    private void makeRoom(Connection connection, FeatureView view) throws SQLException {
        var held = keys(connection, view.name());
        if (held.isEmpty() || isOf(view, held)) {
            return;
        }
        renameTable(connection, view.name(), aside(view.name(), held));
        var before = aside(view.name(), new TreeSet<>(view.entity().joinKeys()));
        if (isOf(view, keys(connection, before))) {
            renameTable(connection, before, view.name());
        }
    }

    /** Whether a table with these keys can hold the view's rows. */
    static boolean isOf(FeatureView view, Set<String> keys) {
        return keys.equals(Set.copyOf(view.entity().joinKeys()));
    }

    /** The columns of a table that say whose values a row holds; none when there is no table. */
    Set<String> keys(Connection connection, String table) throws SQLException {
        var sql = "select column_name from information_schema.columns where table_schema = 'features'"
                + " and table_name = ? and is_nullable = 'NO'";
        try (var query = connection.prepareStatement(sql)) {
            query.setString(1, table);
            try (var rows = query.executeQuery()) {
                var keys = new TreeSet<String>();
                while (rows.next()) {
                    keys.add(rows.getString(1));
                }
                keys.removeAll(DefinitionFile.COLUMNS);
                return keys;
            }
        }
    }

    private static void renameTable(Connection connection, String from, String to) throws SQLException {
        execute(connection, "alter table features.\"%s\" rename to \"%s\"".formatted(from, to));
        for (var index : INDEXES.keySet()) {
            execute(
                    connection,
                    "alter index if exists features.\"%1$s_%3$s\" rename to \"%2$s_%3$s\"".formatted(from, to, index));
        }
    }

    private void bring(Connection connection, FeatureView view, Feature feature) throws SQLException {
        var columns = columns(connection, view.name());
        var aside = aside(feature.name(), DefinitionFile.hash(feature.meaning()));
        var type = columns.get(feature.name());
        if (type != null && !type.equals(feature.dtype().column().catalogueType())) {
            rename(connection, view.name(), feature.name(), feature.name() + "__" + System.nanoTime() % 1_000_000);
            type = null;
        }
        if (type == null && feature.dtype().column().catalogueType().equals(columns.get(aside))) {
            rename(connection, view.name(), aside, feature.name());
        } else if (type == null) {
            execute(
                    connection,
                    "alter table %s add column %s %s"
                            .formatted(
                                    view.table(),
                                    feature.column(),
                                    feature.dtype().column().type()));
        }
    }

    /** The columns of a view's table with their types; none when there is no table. */
    Map<String, String> columns(Connection connection, String view) throws SQLException {
        var sql = "select column_name, case data_type when 'ARRAY' then udt_name else data_type end"
                + " from information_schema.columns"
                + " where table_schema = 'features' and table_name = ?";
        try (var query = connection.prepareStatement(sql)) {
            query.setString(1, view);
            try (var rows = query.executeQuery()) {
                var columns = new HashMap<String, String>();
                while (rows.next()) {
                    columns.put(rows.getString(1), rows.getString(2));
                }
                return columns;
            }
        }
    }

    /** What the table of a view is called once the view is of another entity. */
    static String aside(String view, Set<String> keys) {
        return aside(view, DefinitionFile.hash(keys.toString()));
    }

    static String aside(String column, String meaning) {
        return column + "__" + meaning.substring(0, 8);
    }

    private void rename(Connection connection, String view, String from, String to) throws SQLException {
        var free = columns(connection, view).containsKey(to) ? to + "_" + System.nanoTime() % 1_000 : to;
        execute(connection, "alter table features.\"%s\" rename column \"%s\" to \"%s\"".formatted(view, from, free));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
