package org.articlerecommender.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.catalog.Invented;
import org.articlerecommender.catalog.Terms;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WordIndexingTest {

    private final WordIndexing indexing;
    private final Catalog catalog;
    private final DataSource dataSource;
    private final String dataDir;

    WordIndexingTest(
            WordIndexing indexing,
            Catalog catalog,
            DataSource dataSource,
            @ConfigProperty(name = "data.dir") String dataDir) {
        this.dataDir = dataDir;
        this.indexing = indexing;
        this.catalog = catalog;
        this.dataSource = dataSource;
    }

    @Test
    void findsWhatWasStoredAMomentAgo() throws IOException {
        catalog.save(List.of(Invented.old("9603.00001", "Obsidian mirrors")));

        assertThat(found("obsidian")).containsExactly("9603.00001");
        assertThat(indexing.complete()).isTrue();
    }

    @Test
    void forgetsWhatWasRemovedFromTheCatalog() throws Exception {
        catalog.save(List.of(Invented.old("9603.00002", "Basalt columns")));
        assertThat(found("basalt")).hasSize(1);

        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("delete from catalog.article where id = '9603.00002'");
        }
        catalog.save(List.of(Invented.old("9603.00003", "Granite domes")));

        assertThat(found("basalt")).isEmpty();
        assertThat(found("granite")).hasSize(1);
    }

    @Test
    void isMadeAnewFromTheCatalogWhenItWasLost() throws IOException {
        catalog.save(List.of(Invented.old("9603.00004", "Marble floors")));
        assertThat(found("marble")).hasSize(1);
        indexing.close();
        WordIndexFiles.remove(Path.of(dataDir, "word-index"));

        indexing.refresh();

        assertThat(found("marble")).containsExactly("9603.00004");
    }

    private List<String> found(String word) throws IOException {
        var asked = new WordQueries(Terms.ENGLISH, WordRanking.CHOSEN).any(SearchQuery.of(word, Search.Filter.NONE));
        return indexing.current().read(search -> search.best(asked, 10)).stream()
                .map(hit -> hit.article().value())
                .toList();
    }
}
