package org.articlerecommender.features;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import javax.sql.DataSource;

/** Applies a further file of definitions beside those that ship, for one test. */
@Singleton
class MoreDefinitions {

    private final DataSource dataSource;
    private final FeatureDefinitions running;
    private final FeatureRegistry shipped;
    private final RegistryTable table;

    MoreDefinitions(DataSource dataSource, FeatureDefinitions running, FeatureRegistry shipped, RegistryTable table) {
        this.dataSource = dataSource;
        this.running = running;
        this.shipped = shipped;
        this.table = table;
    }

    static FeatureDefinitions with(String... texts) {
        var files = new LinkedHashMap<>(DefinitionSource.shipped().files());
        for (var text : texts) {
            files.put("more" + files.size() + ".yaml", text);
        }
        return FeatureDefinitions.of(files);
    }

    FeatureRegistry registry(String... texts) {
        var files = new DefinitionFiles(OnlineTableTest.PATIENT) {
            @Override
            FeatureDefinitions read() {
                return with(texts);
            }
        };
        var schema = new HistorySchema();
        return new FeatureRegistry(running, files, table, schema, new PlanMaker(schema), dataSource);
    }

    void apply(String... texts) {
        registry(texts).apply(null, "test");
    }

    /** Back to what ships; what was stored of the others is dropped. */
    void back() throws SQLException {
        var others = running.views().stream()
                .filter(view -> view.stored()
                        && DefinitionSource.shipped().view(view.name()).isEmpty())
                .toList();
        shipped.apply(null, "test");
        for (var view : others) {
            execute("drop table if exists " + view.table());
        }
    }

    void execute(String sql) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
