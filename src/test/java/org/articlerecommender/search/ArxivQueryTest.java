package org.articlerecommender.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArxivQueryTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "quantum|all:quantum",
                "graph  neural networks|all:graph AND all:neural AND all:networks",
                "what is C++?|all:what AND all:is AND all:C++",
                "semi-supervised, few-shot|all:semi-supervised AND all:few-shot"
            })
    void asksForEveryWord(String typed, String sent) {
        assertThat(of(typed)).isEqualTo(sent);
    }

    @ParameterizedTest
    @ValueSource(strings = {"au:lovelace AND ti:engine", "(cat OR dog)", "abs:\"exact phrase\"", "cat:cs.IR"})
    void leavesArxivsOwnLanguageAlone(String typed) {
        assertThat(of(typed)).isEqualTo(typed);
    }

    @Test
    void hasNothingToSendForSignsOnly() {
        assertThat(of("?! - …")).isBlank();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ice \"dense retrieval\" -survey | all:\"dense retrieval\" AND all:ice ANDNOT all:survey",
                "author:\"Ada King\" ice | all:ice AND au:\"Ada King\"",
                "cat:cs | cat:cs*",
                "ice after:2024 | all:ice AND submittedDate:[202401010000 TO 299912312359]"
            })
    void putsOurFiltersIntoArxivsLanguage(String typed, String sent) {
        assertThat(of(typed)).isEqualTo(sent);
    }

    @Test
    void addsWhatWasChosenToWhatAnExpertWrote() {
        var chosen = new Search.Filter("cs.IR", null, null, null);

        assertThat(ArxivQuery.of(SearchQuery.of("ti:ice OR ti:snow", chosen), chosen))
                .isEqualTo("(ti:ice OR ti:snow) AND cat:cs.IR");
    }

    private static String of(String typed) {
        return ArxivQuery.of(SearchQuery.of(typed, Search.Filter.NONE), Search.Filter.NONE);
    }
}
