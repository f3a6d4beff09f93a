package org.articlerecommender.features;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.articlerecommender.features.DefinitionChange.Kind;

/** Compares definitions with what is registered, and says what each difference does to stored values. */
@Singleton
class PlanMaker {

    private static final int COUNTED = 100_000;

    private final HistorySchema schema;

    PlanMaker(HistorySchema schema) {
        this.schema = schema;
    }

    List<DefinitionChange> changes(Connection connection, FeatureDefinitions wanted, Map<String, Registered> current)
            throws SQLException {
        var changes = new ArrayList<DefinitionChange>();
        var gone = new HashMap<>(current);
        for (var after : Registered.all(wanted)) {
            var before = gone.remove(after.key());
            if (before == null) {
                changes.add(change(Kind.ADDED, null, after, true, added(wanted, after)));
            } else if (!before.equals(after)) {
                changes.add(changed(connection, wanted, before, after));
            } else if (lacksItsColumn(connection, wanted, after)) {
                changes.add(change(
                        Kind.REPAIRED, before, after, true, "its column is gone from the table and is made anew"));
            }
        }
        for (var before : gone.values()) {
            changes.add(change(Kind.REMOVED, before, null, false, removed(connection, before)));
        }
        return changes;
    }

    private static DefinitionChange change(Kind kind, Registered before, Registered after, boolean safe, String data) {
        var one = after == null ? before : after;
        return new DefinitionChange(
                kind,
                one.object(),
                one.name(),
                before == null ? null : before.detail(),
                after == null ? null : after.detail(),
                safe,
                data);
    }

    private static String added(FeatureDefinitions wanted, Registered after) {
        var view = wanted.view(viewOf(after));
        if (after.object().equals(Registered.SERVICE)) {
            return "nothing stored changes";
        }
        if (view.isEmpty() || !view.get().stored()) {
            return "nothing is stored for it";
        }
        return after.object().equals(Registered.VIEW)
                ? "the table features.%s is made".formatted(after.name())
                : "a column is added to features.%s; past rows have no value in it".formatted(viewOf(after));
    }

    private DefinitionChange changed(
            Connection connection, FeatureDefinitions wanted, Registered before, Registered after) throws SQLException {
        boolean stored = !before.meaning().equals(after.meaning());
        boolean served = !before.hash().equals(after.hash());
        if (after.object().equals(Registered.SERVICE)) {
            boolean longer = after.detail().startsWith(before.detail());
            return change(Kind.CHANGED, before, after, longer, "nothing stored changes; what models read does");
        }
        if (after.object().equals(Registered.VIEW)) {
            var held = schema.keys(connection, after.name());
            var view = wanted.view(after.name()).orElseThrow();
            if (view.stored() && !held.isEmpty() && !HistorySchema.isOf(view, held)) {
                var data =
                        "its rows so far, %s of another entity, are set aside in the table features.%s and it is computed anew"
                                .formatted(rows(connection, before), HistorySchema.aside(after.name(), held));
                return change(Kind.CHANGED, before, after, false, data);
            }
            // its features are listed one by one
            return change(
                    Kind.CHANGED,
                    before,
                    after,
                    !served,
                    served ? "rows stay; when they expire may change" : "rows stay");
        }
        if (stored) {
            return change(
                    Kind.CHANGED, before, after, false, setAside(connection, before) + " and it is computed anew");
        }
        return change(
                Kind.CHANGED,
                before,
                after,
                !served,
                served ? "stored values stay; models trained on it no longer match" : "stored values stay");
    }

    private String removed(Connection connection, Registered before) throws SQLException {
        return switch (before.object()) {
            case Registered.VIEW -> "its table keeps %s that nothing reads".formatted(rows(connection, before));
            case Registered.FEATURE -> setAside(connection, before);
            default -> "nothing stored changes";
        };
    }

    private String setAside(Connection connection, Registered before) throws SQLException {
        var name = FeatureName.parse(before.name()).orElseThrow();
        if (!schema.columns(connection, name.view()).containsKey(name.feature())) {
            return "nothing is stored of it";
        }
        return "the values so far, %s, are set aside in the column %s"
                .formatted(rows(connection, before), HistorySchema.aside(name.feature(), before.meaning()));
    }

    private String rows(Connection connection, Registered one) throws SQLException {
        var view = viewOf(one);
        if (schema.columns(connection, view).isEmpty()) {
            return "no rows";
        }
        var sql = "select count(*) from (select 1 from features.\"%s\" limit %d) counted".formatted(view, COUNTED);
        try (var query = connection.createStatement();
                var row = query.executeQuery(sql)) {
            row.next();
            long rows = row.getLong(1);
            return rows == COUNTED ? "at least %,d rows".formatted(rows) : "%,d rows".formatted(rows);
        }
    }

    private boolean lacksItsColumn(Connection connection, FeatureDefinitions wanted, Registered one)
            throws SQLException {
        if (!one.object().equals(Registered.FEATURE)
                || !wanted.view(viewOf(one)).orElseThrow().stored()) {
            return false;
        }
        var feature = wanted.feature(one.name());
        return !feature.dtype()
                .column()
                .catalogueType()
                .equals(schema.columns(connection, viewOf(one)).get(feature.name()));
    }

    private static String viewOf(Registered one) {
        return FeatureName.parse(one.name()).map(FeatureName::view).orElse(one.name());
    }
}
