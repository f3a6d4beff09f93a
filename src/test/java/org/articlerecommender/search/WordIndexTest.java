package org.articlerecommender.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.Invented;
import org.articlerecommender.catalog.Terms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordIndexTest {

    private final WordQueries queries = new WordQueries(Terms.ENGLISH, WordRanking.CHOSEN);
    private final ByteBuffersDirectory files = new ByteBuffersDirectory();
    private WordIndex index;

    @BeforeEach
    void fill() throws IOException {
        index = new WordIndex(files, Terms.ENGLISH, WordRanking.CHOSEN);
        index.put(List.of(
                article("9601.00001", "The art of carving valleys", "cs.IR", "2024-03-01", "Ada King Example"),
                article("9601.00002", "Carving the ice", "math.AG", "2025-06-15", "Müller, Jörg"),
                article("9601.00003", "Accordion music of the coast", "cs.SD", "2023-12-31", "Example Ada")));
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "carve valley | 9601.00001 9601.00002",
                "\"art of carving\" | 9601.00001",
                "\"carving art\" | ",
                "\"carving the ice\" | 9601.00002",
                "carving -ice | 9601.00001",
                "carving author:muller | 9601.00002",
                "author:\"Ada Example\" | 9601.00001 9601.00003",
                "author:\"A. Example\" | 9601.00001 9601.00003",
                "au:king_a | 9601.00001",
                "cat:cs | 9601.00001 9601.00003",
                "cat:CS.ir | 9601.00001",
                "after:2024 | 9601.00001 9601.00002",
                "before:2024 | 9601.00003",
                "after:2024-03-01 before:2025-06-15 | 9601.00001",
                "muller | 9601.00002",
                "the of | "
            })
    void findsWhatIsAskedFor(String typed, String expected) throws IOException {
        var asked = SearchQuery.of(typed, Search.Filter.NONE);

        List<WordSearch.Hit> found = index.read(search -> search.best(queries.any(asked), 10));
        assertThat(found)
                .extracting(hit -> hit.article().value())
                .containsExactlyInAnyOrder(expected == null ? new String[0] : expected.split(" "));
    }

    @Test
    void putsTheNewestFirstThatHoldAllOfTheWords() throws IOException {
        var asked = SearchQuery.of("the carving", Search.Filter.NONE);

        List<ArticleId> found = index.read(search -> search.newest(queries.all(asked), 10));
        assertThat(found).extracting(ArticleId::value).containsExactly("9601.00002", "9601.00001");
    }

    @Test
    void followsChangesAndRemovals() throws IOException {
        index.put(List.of(article("9601.00003", "Harbour songs", "cs.SD", "2023-12-31", "Example Ada")));
        index.remove(List.of(new ArticleId("9601.00002")));

        assertThat(index.size()).isEqualTo(2);
        assertThat(found("accordion")).isEmpty();
        assertThat(found("harbour")).containsExactly("9601.00003");
        assertThat(found("ice")).isEmpty();
    }

    @Test
    void keepsWhatWasCommittedWithWhatWasSaid() throws IOException {
        index.commit(Map.of("seen", "then"));
        index.put(List.of(article("9601.00004", "Not committed", "cs.SD", "2023-12-31", "Example Ada")));
        index.close();

        index = new WordIndex(files, Terms.ENGLISH, WordRanking.CHOSEN);

        assertThat(index.said()).containsEntry("seen", "then");
        assertThat(index.size()).isEqualTo(3);
    }

    @Test
    void saysHowWellGivenArticlesFit() throws IOException {
        var asked = queries.any(SearchQuery.of("ice", Search.Filter.NONE));
        var two = List.of(new ArticleId("9601.00001"), new ArticleId("9601.00002"));

        Map<ArticleId, Double> some = index.read(search -> search.scores(asked, two));
        Map<ArticleId, Double> none = index.read(search -> search.scores(asked, List.of()));

        assertThat(some).containsOnlyKeys(two.get(1));
        assertThat(none).isEmpty();
    }

    private List<String> found(String typed) throws IOException {
        var asked = queries.any(SearchQuery.of(typed, Search.Filter.NONE));
        return index.read(search -> search.best(asked, 10)).stream()
                .map(hit -> hit.article().value())
                .toList();
    }

    private static Article article(String id, String title, String category, String day, String author) {
        var one = Invented.article(id, 1, title, category, LocalDate.parse(day));
        return new Article(
                one.id(),
                1,
                title,
                one.summary(),
                List.of(author),
                one.categories(),
                category,
                one.published(),
                one.updated(),
                one.announced(),
                null,
                null,
                null,
                false,
                false);
    }
}
