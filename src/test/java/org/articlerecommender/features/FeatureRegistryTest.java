package org.articlerecommender.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.articlerecommender.features.DefinitionChange.Kind;
import org.articlerecommender.platform.Problem;
import org.articlerecommender.platform.StoreUnavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FeatureRegistryTest {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private static final String FILE = """
            entity: reader
            join_keys: [user_id]
            views:
              - name: tried
                ttl: 1d
                source: {table: events.event}
                features:
                  - {name: clicks, dtype: int64, kind: count, event: click, window: 7d, default: 0, description: Clicks}
                  - {name: order, dtype: string, kind: queries, window: 7d, description: Queries}
            """;

    private final DataSource dataSource;
    private final FeatureDefinitions running;
    private final FeatureRegistry shipped;
    private final RegistryTable table;
    private final HistoryTable history;
    private final HistoryWriter writer;

    FeatureRegistryTest(
            DataSource dataSource,
            FeatureDefinitions running,
            FeatureRegistry shipped,
            RegistryTable table,
            HistoryTable history,
            HistoryWriter writer) {
        this.dataSource = dataSource;
        this.running = running;
        this.shipped = shipped;
        this.table = table;
        this.history = history;
        this.writer = writer;
    }

    private static FeatureDefinitions definitions(String text) {
        var files = new LinkedHashMap<>(DefinitionSource.shipped().files());
        files.put("tried.yaml", text);
        return FeatureDefinitions.of(files);
    }

    private FeatureRegistry registry(String text) {
        var files = new DefinitionFiles(OnlineTableTest.PATIENT) {
            @Override
            FeatureDefinitions read() {
                return definitions(text);
            }
        };
        var schema = new HistorySchema();
        return new FeatureRegistry(running, files, table, schema, new PlanMaker(schema), dataSource);
    }

    @AfterEach
    void backToWhatShips() throws SQLException {
        shipped.apply(null, "test");
        execute("drop table if exists features.tried");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Map<String, String> columns() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return new HistorySchema().columns(connection, "tried");
        }
    }

    private long clicksKnown(String text) throws SQLException {
        var view = definitions(text).view("tried").orElseThrow();
        var known = history.asOf(view, "model", List.of(new Moment("ada", NOW))).get(0);
        return known.values()[0] == null ? -1 : ((Number) known.values()[0]).longValue();
    }

    private void write(String text, long clicks) throws SQLException {
        var view = definitions(text).view("tried").orElseThrow();
        var values = new EntityValues(NOW, new Object[] {clicks, "a query"});
        writer.append(view, "model", Map.of(new Moment("ada", NOW), values));
    }

    @Test
    void whatShipsIsAppliedAtStart() {
        assertThat(shipped.plan().changes()).isEmpty();
        assertThat(shipped.standing().revision()).isEqualTo(running.revision());
    }

    @Test
    void aNewViewGetsItsTableAndItsFeaturesServeAtOnce() throws SQLException {
        var registry = registry(FILE);

        var plan = registry.plan();
        registry.apply(plan.id(), "test");

        assertThat(plan.safe()).isTrue();
        assertThat(plan.changes())
                .extracting(DefinitionChange::object, DefinitionChange::name, DefinitionChange::kind)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("view", "tried", Kind.ADDED),
                        org.assertj.core.groups.Tuple.tuple("feature", "tried:clicks", Kind.ADDED),
                        org.assertj.core.groups.Tuple.tuple("feature", "tried:order", Kind.ADDED));
        assertThat(columns()).containsEntry("clicks", "bigint").containsEntry("order", "text");
        assertThat(running.find("tried:clicks")).isPresent();
    }

    @Test
    void applyingAgainChangesNothing() {
        registry(FILE).apply(null, "test");
        var before = shipped.standing().appliedAt();

        assertThat(registry(FILE).apply(null, "test").changes()).isEmpty();
        assertThat(shipped.standing().appliedAt()).isEqualTo(before);
    }

    @Test
    void valuesOfAnotherMeaningAreSetAsideAndComeBackWithIt() throws SQLException {
        var changed = FILE.replace("event: click, window: 7d", "event: click, window: 3d");
        registry(FILE).apply(null, "test");
        write(FILE, 7);

        var plan = registry(changed).plan();
        registry(changed).apply(plan.id(), "test");

        assertThat(plan.safe()).isFalse();
        assertThat(plan.changes())
                .filteredOn(one -> one.name().equals("tried:clicks"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.kind()).isEqualTo(Kind.CHANGED);
                    assertThat(one.data()).contains("1 rows").contains("clicks__");
                });
        assertThat(clicksKnown(changed)).isEqualTo(-1);
        registry(FILE).apply(null, "test");
        assertThat(clicksKnown(FILE)).isEqualTo(7);
    }

    @Test
    void aRetypedFeatureGetsAColumnOfItsNewType() throws SQLException {
        var retyped = FILE.replace(
                "dtype: int64, kind: count, event: click,",
                "dtype: float64, kind: ratio, events: [click], per: [impress],");
        registry(FILE).apply(null, "test");

        registry(retyped).apply(null, "test");

        assertThat(columns()).containsEntry("clicks", "double precision");
        assertThat(columns().keySet()).anyMatch(name -> name.startsWith("clicks__"));
    }

    @Test
    void aRemovedViewKeepsItsRows() throws SQLException {
        registry(FILE).apply(null, "test");
        write(FILE, 7);

        var plan = shipped.plan();
        shipped.apply(plan.id(), "test");
        assertThat(running.view("tried")).isEmpty();
        registry(FILE).apply(null, "test");

        assertThat(plan.changes()).extracting(DefinitionChange::kind).containsOnly(Kind.REMOVED);
        assertThat(clicksKnown(FILE)).isEqualTo(7);
    }

    @Test
    void anotherDescriptionIsSafeAndTouchesNothing() {
        registry(FILE).apply(null, "test");

        var plan = registry(FILE.replace("description: Clicks", "description: All clicks, owner: ada, tags: [a]"))
                .plan();

        assertThat(plan.safe()).isTrue();
        assertThat(plan.changes())
                .singleElement()
                .satisfies(one -> assertThat(one.data()).contains("stay"));
    }

    @Test
    void aColumnThatIsGoneIsRepaired() throws SQLException {
        registry(FILE).apply(null, "test");
        execute("alter table features.tried drop column clicks");

        var plan = registry(FILE).apply(null, "test");

        assertThat(plan.changes()).singleElement().returns(Kind.REPAIRED, DefinitionChange::kind);
        assertThat(columns()).containsKey("clicks");
    }

    @Test
    void refusesAPlanThatHasChangedSince() {
        var seen = registry(FILE).plan();
        registry(FILE).apply(null, "test");
        var longer = registry(FILE.replace("window: 7d", "window: 9d"));

        assertThatThrownBy(() -> longer.apply(seen.id(), "test"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("changed");
    }

    @Test
    void valuesComputedByDefinitionsThatNoLongerHoldAreNotStored() {
        registry(FILE).apply(null, "test");
        registry(FILE.replace("window: 7d, default", "window: 9d, default")).apply(null, "test");

        assertThatThrownBy(() -> write(FILE, 7)).isInstanceOf(StaleDefinitions.class);
    }

    @Test
    void nothingIsAppliedWhenTheStoreFailsInTheMiddle() throws SQLException {
        registry(FILE).apply(null, "test");
        var before = columns();
        var failing = new RegistryTable(new ObjectMapper()) {
            @Override
            void save(Connection connection, FeatureDefinitions wanted, List<DefinitionChange> changes, String by)
                    throws SQLException {
                super.save(connection, wanted, changes, by);
                throw new SQLException("the connection is gone");
            }
        };
        var files = new DefinitionFiles(OnlineTableTest.PATIENT) {
            @Override
            FeatureDefinitions read() {
                return definitions(FILE.replace("window: 7d, default", "window: 2d, default"));
            }
        };
        var schema = new HistorySchema();
        var registry = new FeatureRegistry(running, files, failing, schema, new PlanMaker(schema), dataSource);

        assertThatThrownBy(() -> registry.apply(null, "test")).isInstanceOf(StoreUnavailable.class);

        assertThat(columns()).isEqualTo(before);
        assertThat(running.revision()).isEqualTo(definitions(FILE).revision());
        assertThat(registry(FILE).plan().changes()).isEmpty();
    }
}
