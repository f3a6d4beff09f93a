package org.articlerecommender.ingestion;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.articlerecommender.catalog.ArticleFilter;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.ArticleSources;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.platform.JobOutcome;
import org.articlerecommender.platform.Progress;
import org.articlerecommender.platform.StoreUnavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BulkImportTest {

    private static final int MANY = 12_000;

    private final BulkImport bulk;
    private final BulkFileTable files;
    private final Catalog catalog;
    private final ArticleSources sources;
    private final DataSource dataSource;

    @TempDir
    Path directory;

    BulkImportTest(
            BulkImport bulk, BulkFileTable files, Catalog catalog, ArticleSources sources, DataSource dataSource) {
        this.bulk = bulk;
        this.files = files;
        this.catalog = catalog;
        this.sources = sources;
        this.dataSource = dataSource;
    }

    @BeforeEach
    @AfterEach
    void forget() throws SQLException {
        execute("delete from catalog.article", "delete from ingestion.bulk_file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "gzip", "zip"})
    void takesASnapshotHoweverItIsPacked(String packing) throws IOException {
        var file = file("snapshot", packed(packing, lines(1, 20)));

        var outcome = take(file);

        assertThat(outcome.sentence()).contains("20 articles taken, 20 new or changed, 0 bad lines");
        assertThat(catalog.count(ArticleFilter.ALL)).isEqualTo(20);
        assertThat(sources.of(new ArticleId("2603.00001")).orElseThrow().toldBy())
                .isEqualTo("snapshot");
        assertThat(catalog.count(new ArticleFilter(null, null, null, "lanterns")))
                .isEqualTo(20);
    }

    @Test
    void takesTheProjectsOwnLinesToo() throws IOException {
        var file = file(
                "own.ndjson",
                "{\"id\":\"2604.00001\",\"title\":\"Ow\\tn \\\\ {lamp}\",\"authors\":[\"A \\\"q\\\" \\\\u {x,y}\"]}\n"
                        .getBytes(StandardCharsets.UTF_8));

        take(file);

        var article = catalog.find(new ArticleId("2604.00001")).orElseThrow();
        assertThat(article.title()).isEqualTo("Ow n \\ {lamp}");
        assertThat(article.authors()).containsExactly("A \"q\" \\u {x,y}");
    }

    @Test
    void countsAndNamesBadLinesAndAHalfLastOne() throws IOException {
        var text = lines(1, 2) + "{\"id\":\"2603.\n\n" + "{\"id\":\"2603.00009\",\"versions\":[]}\n" + lines(3, 3);
        var file = file("bad", text.substring(0, text.length() - 20).getBytes(StandardCharsets.UTF_8));

        var outcome = take(file);

        assertThat(outcome.warning()).isTrue();
        assertThat(files.badLines(file.toString()))
                .containsExactly(
                        new BulkFileTable.BadLineOf(3, "line: not valid JSON"),
                        new BulkFileTable.BadLineOf(5, "title: is required"),
                        new BulkFileTable.BadLineOf(6, "line: not valid JSON"));
        assertThat(catalog.count(ArticleFilter.ALL)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zip"})
    void storesWhatCameBeforeAFileBreaksOff(String packing) throws IOException {
        var whole = packed(packing, lines(1, MANY));
        var file = file("broken", Arrays.copyOf(whole, whole.length / 2));

        var outcome = take(file);

        assertThat(outcome.sentence()).contains("it ends in the middle of its compression");
        var state = files.find(file.toString()).orElseThrow();
        assertThat(state.state()).isEqualTo(BulkFile.State.BROKEN);
        assertThat(catalog.count(ArticleFilter.ALL)).isEqualTo(state.taken()).isBetween(1000L, MANY - 1000L);
    }

    @ParameterizedTest
    @CsvSource({"plain", "gzip"})
    void goesOnWhereAKilledRunStopped(String packing) throws IOException, SQLException {
        var file = file("killed", packed(packing, lines(1, MANY)));
        take(file);
        var first = lines(1, 5000).getBytes(StandardCharsets.UTF_8).length;
        execute(
                "delete from catalog.article where id > '2603.05000'",
                "update ingestion.bulk_file set state = 'waiting', bytes = %d, lines = 5000, taken = 5000, changed = 5000"
                        .formatted(first));

        bulk.run(Progress.SILENT);

        var state = files.find(file.toString()).orElseThrow();
        assertThat(catalog.count(ArticleFilter.ALL)).isEqualTo(MANY);
        assertThat(state.lines()).isEqualTo(MANY);
        assertThat(state.changed()).isEqualTo(MANY);
        assertThat(state.state()).isEqualTo(BulkFile.State.DONE);
    }

    @Test
    void storesNoHalfPartAndSaysHowItGoesOnWhenTheStoreRefuses() throws IOException, SQLException {
        var file = file("refused", packed("gzip", lines(1, MANY)));
        execute("alter table catalog.article add constraint refusing check (id <> '2603.07000')");
        try {
            assertThatThrownBy(() -> take(file))
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("goes on by itself")
                    .hasMessageContaining("refusing");
        } finally {
            execute("alter table catalog.article drop constraint refusing");
        }
        assertThat(catalog.count(ArticleFilter.ALL)).isEqualTo(5000);
        assertThat(bulk.due()).isTrue();

        bulk.run(Progress.SILENT);

        assertThat(catalog.count(ArticleFilter.ALL)).isEqualTo(MANY);
        assertThat(files.find(file.toString()).orElseThrow().changed()).isEqualTo(MANY);
    }

    @Test
    void changesNothingTheSecondTimeAndTakesTheNewestOfRepeatedLines() throws IOException {
        var newer = lines(1, 1).replace("\"v1\"", "\"v2\"").replace("Lanterns", "Better lanterns");
        var file = file("twice", (newer + lines(1, 3)).getBytes(StandardCharsets.UTF_8));
        take(file);

        take(file);

        assertThat(files.find(file.toString()).orElseThrow().changed()).isZero();
        assertThat(catalog.find(new ArticleId("2603.00001")).orElseThrow().title())
                .isEqualTo("Better lanterns 1");
    }

    @Test
    void keepsWhatAnEarlierVersionSaid() throws IOException {
        take(file("first", lines(1, 1).getBytes(StandardCharsets.UTF_8)));

        take(file("second", lines(1, 1).replace("\"v1\"", "\"v2\"").getBytes(StandardCharsets.UTF_8)));

        assertThat(catalog.versions(new ArticleId("2603.00001")))
                .extracting(one -> one.version())
                .contains(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "relative.json", "/no/such/file", "/"})
    void refusesAPathThatIsNoFile(String path) {
        given().contentType(ContentType.JSON)
                .body("{\"path\":\"%s\"}".formatted(path))
                .post("/api/v1/imports")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo("path"));
    }

    @Test
    void takesJsonAlone() {
        given().contentType(ContentType.TEXT)
                .body("/etc/hostname")
                .post("/api/v1/imports")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    private JobOutcome take(Path file) throws IOException {
        files.ask(
                file.toString(),
                Files.size(file),
                Files.getLastModifiedTime(file).toInstant());
        return bulk.run(Progress.SILENT);
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(directory.resolve(name), content);
    }

    private static String lines(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(number -> """
                        {"id":"2603.%05d","title":"Lanterns %d","abstract":"They shine.","categories":"cs.LG",\
                        "versions":[{"version":"v1","created":"Mon, 2 Mar 2026 19:18:42 GMT"}]}
                        """.formatted(number, number))
                .collect(Collectors.joining());
    }

    private static byte[] packed(String packing, String text) throws IOException {
        var plain = text.getBytes(StandardCharsets.UTF_8);
        var bytes = new ByteArrayOutputStream();
        switch (packing) {
            case "gzip" -> {
                try (var out = new GZIPOutputStream(bytes)) {
                    out.write(plain);
                }
            }
            case "zip" -> {
                try (var out = new ZipOutputStream(bytes)) {
                    out.putNextEntry(new ZipEntry("arxiv-metadata-oai-snapshot.json"));
                    out.write(plain);
                }
            }
            default -> bytes.write(plain);
        }
        return bytes.toByteArray();
    }

    private void execute(String... statements) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            for (var one : statements) {
                statement.execute(one);
            }
        }
    }
}
