package org.articlerecommender.features;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.articlerecommender.platform.StoreUnavailable;

/** Refuses to start when a view declares a feature that its table has no column for. */
@Singleton
class HistoryCheck {

    void onStart(@Observes StartupEvent start, FeatureDefinitions definitions, HistoryTable history) {
        for (var view : definitions.views()) {
            if (view.stored()) {
                check(view, history);
            }
        }
    }

    private static void check(FeatureView view, HistoryTable history) {
        try {
            var missing = history.missingColumns(view);
            if (!missing.isEmpty()) {
                throw new IllegalStateException(
                        "The table features.%1$s has no column for %2$s of the view %1$s: add a migration with \"alter table features.%1$s add column …\", of the type that belongs to its dtype"
                                .formatted(view.name(), String.join(", ", missing)));
            }
        } catch (SQLException e) {
            throw new StoreUnavailable("checking the table of " + view.name(), e);
        }
    }
}
