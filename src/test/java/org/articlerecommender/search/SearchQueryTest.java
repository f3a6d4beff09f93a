package org.articlerecommender.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.articlerecommender.catalog.ArticleId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchQueryTest {

    @Test
    void takesApartWhatWasTyped() {
        var asked = of(
                "what is \"dense retrieval\" -survey author:\"Ada King\" au:lovelace_a cat:cs.* after:2024 before:2025-07");

        assertThat(asked.words()).isEqualTo("what is dense retrieval");
        assertThat(asked.phrases()).containsExactly("dense retrieval");
        assertThat(asked.without()).containsExactly("survey");
        assertThat(asked.authors()).containsExactly("Ada King", "lovelace a");
        assertThat(asked.categories()).containsExactly("cs");
        assertThat(asked.from()).isEqualTo("2024-01-01");
        assertThat(asked.to()).isEqualTo("2025-06-30");
        assertThat(asked.unread()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"after:soon", "before:2024-13", "cat:1.2", "author:\"...\""})
    void takesAsWordsWhatIsNoFilterAndSaysSo(String typed) {
        var asked = of("ice " + typed);

        assertThat(asked.unread()).containsExactly(typed);
        assertThat(asked.filters()).isFalse();
        assertThat(asked.words()).startsWith("ice");
    }

    @Test
    void takesTheNarrowerOfTwoDays() {
        var chosen = new Search.Filter("cs.IR", null, LocalDate.parse("2025-01-01"), LocalDate.parse("2025-12-31"));

        var asked = SearchQuery.of("ice after:2024 before:2025-07", chosen);

        assertThat(asked.from()).isEqualTo("2025-01-01");
        assertThat(asked.to()).isEqualTo("2025-06-30");
        assertThat(asked.categories()).containsExactly("cs.IR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2503.01234", "arXiv:2503.01234v2", "https://arxiv.org/abs/2503.01234v1"})
    void knowsAnId(String typed) {
        assertThat(of(typed).id()).hasValue(new ArticleId("2503.01234"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "state-of-the-art retrieval | state-of-the-art retrieval",
                "covid -19 | covid -19",
                "(ti:graphs OR abs:\"trees\") | graphs trees",
                "a \"lonely quote | a lonely quote",
                "\"\" | ``",
                "?! - … | ``"
            })
    void keepsTheWords(String typed, String words) {
        assertThat(of(typed).words()).isEqualTo(words);
        assertThat(of(typed).without()).isEmpty();
    }

    private static SearchQuery of(String typed) {
        return SearchQuery.of(typed, Search.Filter.NONE);
    }
}
