package org.articlerecommender.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.onnx.FusedGraph;
import org.articlerecommender.platform.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class EmbeddingTest {

    private static final ArticleId OLD = new ArticleId("2501.00001");
    private static final ArticleId NEW = new ArticleId("2503.00001");
    private static final ArticleId SAME_TEXT = new ArticleId("hep-th/9901001");

    private static final String AS_IT_CAME = " as it came";

    private final Embedder running;
    private final Catalog catalog;
    private final VectorTable table;
    private final DataSource dataSource;
    private final Map<String, CountingEmbedder> models = new HashMap<>();

    @TempDir
    private Path directory;

    EmbeddingTest(Embedder running, Catalog catalog, VectorTable table, DataSource dataSource) {
        this.running = running;
        this.catalog = catalog;
        this.table = table;
        this.dataSource = dataSource;
    }

    /** The module with models that count, as one process after its start has it. */
    private final class Process {

        private final ServingEmbedder embedder;
        private final ArticleVectors vectors;
        private final Embedding embedding;

        Process(String model) {
            var config = new TextVectorsTest.Settings(
                    Optional.of(directory.resolve(model).toString()), 10);
            embedder = new ServingEmbedder(
                    config,
                    new ServingTable(dataSource),
                    (files, limits) -> models.computeIfAbsent(
                            files.name() + (limits.rewritten() ? "" : AS_IT_CAME),
                            name -> new CountingEmbedder(SentenceModel.id(files, limits))));
            vectors = new ArticleVectors(
                    new IndexFill(new LinkTable(dataSource), table), embedder, new VectorFiles(config));
            embedding = new Embedding(table, embedder, vectors, config);
            vectors.refresh();
        }
    }

    @BeforeEach
    void files() throws IOException {
        for (var model : List.of("one", "two")) {
            Files.createDirectories(directory.resolve(model));
            Files.writeString(directory.resolve(model).resolve(ModelFiles.GRAPH), "graph of " + model);
            Files.writeString(directory.resolve(model).resolve(ModelFiles.TOKENIZER), "{}");
        }
    }

    @BeforeEach
    @AfterEach
    void empty() throws SQLException {
        // the application that runs here writes which model serves when it first needs one: not in the middle of a test
        running.model();
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("delete from catalog.article");
            statement.execute("delete from embedding.vector");
            statement.execute("delete from embedding.serving");
        }
    }

    @Test
    void givesEveryArticleItsVectorNewestAnnouncementFirst() {
        catalog.save(List.of(article(OLD, 1, "Old", 10), article(NEW, 1, "New", 20)));
        var process = new Process("one");

        assertThat(process.embedding.missing()).isEqualTo(2);
        assertThat(process.embedding.embedMissing(Progress.SILENT)).isEqualTo(2);

        assertThat(embedded("one")).containsExactly("New\nAbstract of it", "Old\nAbstract of it");
        assertThat(process.vectors.of(OLD)).contains(CountingEmbedder.vector("Old\nAbstract of it"));
        assertThat(process.embedding.missing()).isZero();
    }

    @Test
    void embedsNoTextTwice() {
        catalog.save(List.of(article(OLD, 1, "Echo", 10), article(NEW, 1, "Echo", 20)));
        new Process("one").embedding.embedMissing(Progress.SILENT);
        catalog.save(List.of(article(SAME_TEXT, 1, "Echo", 21)));

        var restarted = new Process("one");
        restarted.embedding.embedMissing(Progress.SILENT);
        restarted.embedding.embedMissing(Progress.SILENT);

        assertThat(embedded("one")).containsExactly("Echo\nAbstract of it");
        assertThat(restarted.vectors.of(List.of(OLD, NEW, SAME_TEXT))).hasSize(3);
    }

    @Test
    void embedsAChangedTextAgainAndNotAChangedComment() {
        catalog.save(List.of(article(OLD, 1, "First words", 10), article(NEW, 1, "Stays", 20)));
        var process = new Process("one");
        process.embedding.embedMissing(Progress.SILENT);
        embedded("one").clear();

        catalog.save(List.of(article(OLD, 2, "Second words", 10), article(NEW, 2, "Stays", 20)));
        process.embedding.embedMissing(Progress.SILENT);

        assertThat(embedded("one")).containsExactly("Second words\nAbstract of it");
        assertThat(process.vectors.of(OLD)).contains(CountingEmbedder.vector("Second words\nAbstract of it"));
    }

    @Test
    void makesVectorsAtOnceWhereTheyAreAskedFor() {
        catalog.save(List.of(article(OLD, 1, "Old", 10), article(NEW, 1, "New", 20)));
        var process = new Process("one");

        assertThat(process.embedding.embedNow(List.of(OLD, SAME_TEXT))).isEqualTo(1);

        assertThat(process.vectors.of(OLD)).isPresent();
        assertThat(embedded("one")).containsExactly("Old\nAbstract of it");
    }

    @Test
    void seesWhatAnotherReplicaEmbedsAndWhatWasRemoved() {
        var one = new Process("one");
        var other = new Process("one");
        catalog.save(List.of(article(OLD, 1, "Old", 10), article(NEW, 1, "New", 20)));
        one.embedding.embedMissing(Progress.SILENT);

        other.vectors.refresh();
        assertThat(other.vectors.size()).isEqualTo(2);

        remove(OLD);
        other.vectors.refresh();
        assertThat(other.vectors.of(OLD)).isEmpty();
        assertThat(other.vectors.of(NEW)).isPresent();
        assertThat(other.vectors.similar(NEW, 5)).isEmpty();
    }

    @Test
    void servesTheFormerModelUntilTheNewOneHasTheCurrentWindow() {
        catalog.save(List.of(article(NEW, 1, "New", 20), article(OLD, 1, "Old", 1)));
        var before = new Process("one");
        before.embedding.embedMissing(Progress.SILENT);

        var changed = new Process("two");
        assertThat(changed.embedder.model()).startsWith("one-");
        assertThat(changed.vectors.size()).isEqualTo(2);
        var seen = new ArrayList<String>();
        changed.embedding.embedMissing((done, total, doing) -> seen.add(changed.embedder.model()));

        assertThat(seen).allMatch(model -> model.startsWith("two-"));
        assertThat(changed.embedder.model()).startsWith("two-");
        assertThat(changed.vectors.of(List.of(NEW, OLD))).hasSize(2);
        assertThat(embedded("two")).hasSize(2);
    }

    @Test
    void servesVectorsOfAGraphAsItCameWithItUntilThoseOfTheRewrittenOneAreMade() throws SQLException {
        catalog.save(List.of(article(NEW, 1, "New", 20)));
        var files = ModelFiles.in(Optional.of(directory.resolve("one")));
        var before = SentenceModel.id(files, new SentenceModel.Limits(64, 1, 1, false));
        new ServingTable(dataSource).write(new ServingTable.Serving(before, files.directory(), 64));

        var upgraded = new Process("one");
        assertThat(upgraded.embedder.model()).isEqualTo(before);
        upgraded.embedding.embedNow(List.of(NEW));
        assertThat(embedded("one" + AS_IT_CAME)).hasSize(1);
        upgraded.embedding.embedMissing(Progress.SILENT);

        assertThat(upgraded.embedder.model()).isEqualTo(before + "-" + FusedGraph.FORM);
        assertThat(embedded("one")).hasSize(1);
    }

    @Test
    void followsWhenAnotherReplicaFindsTheNewModelReady() {
        catalog.save(List.of(article(NEW, 1, "New", 20)));
        new Process("one").embedding.embedMissing(Progress.SILENT);
        var waiting = new Process("two");
        assertThat(waiting.embedder.model()).startsWith("one-");

        new Process("two").embedding.embedMissing(Progress.SILENT);
        waiting.vectors.refresh();

        assertThat(waiting.embedder.model()).startsWith("two-");
        assertThat(waiting.vectors.size()).isEqualTo(1);
    }

    @Test
    void changesAtOnceWhenTheFilesOfTheFormerModelAreGone() throws IOException {
        catalog.save(List.of(article(NEW, 1, "New", 20)));
        new Process("one").embedding.embedMissing(Progress.SILENT);
        Files.delete(directory.resolve("one").resolve(ModelFiles.GRAPH));

        var changed = new Process("two");

        assertThat(changed.embedder.model()).startsWith("two-");
        assertThat(changed.vectors.size()).isZero();
    }

    @Test
    void goesBackToAFormerModelWithoutEmbeddingAgain() {
        catalog.save(List.of(article(NEW, 1, "New", 20)));
        new Process("one").embedding.embedMissing(Progress.SILENT);
        new Process("two").embedding.embedMissing(Progress.SILENT);
        embedded("one").clear();

        var back = new Process("one");
        back.embedding.embedMissing(Progress.SILENT);

        assertThat(back.embedder.model()).startsWith("one-");
        assertThat(back.vectors.size()).isEqualTo(1);
        assertThat(embedded("one")).isEmpty();
    }

    private List<String> embedded(String model) {
        return models.get(model).embedded;
    }

    private void remove(ArticleId id) {
        try (var connection = dataSource.getConnection();
                var delete = connection.prepareStatement("delete from catalog.article where id = ?")) {
            delete.setString(1, id.value());
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static Article article(ArticleId id, int version, String title, int day) {
        return new Article(
                id,
                version,
                title,
                "Abstract of it",
                List.of("Ada Lovelace"),
                List.of("cs.IR"),
                "cs.IR",
                Instant.parse("2025-01-01T00:00:00Z"),
                Instant.parse("2025-01-01T00:00:00Z").plusSeconds(version),
                LocalDate.of(2025, 3, day),
                null,
                null,
                null,
                false,
                false);
    }
}
