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

    private static String of(String typed) {
        return ArxivQuery.of(SearchQuery.of(typed, Search.Filter.NONE), Search.Filter.NONE);
    }
}
