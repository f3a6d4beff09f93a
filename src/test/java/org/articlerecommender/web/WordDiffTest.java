package org.articlerecommender.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordDiffTest {

    @ParameterizedTest
    @CsvSource({
        "'We read tea leaves', 'We read tea leaves', 'We read tea leaves'",
        "'We read tea leaves', 'We read old tea leaves', 'We read +old tea leaves'",
        "'We read tea leaves', 'We read leaves', 'We read -tea leaves'",
        "'We read tea leaves', 'We drink tea', 'We -read +drink tea -leaves'",
        "'', 'All new', '+All new'",
        "'a b a b', 'b a b a', '-a b a b +a'"
    })
    void tellsWordsThatCameAndWent(String before, String after, String expected) {
        assertThat(shown(before, after)).isEqualTo(expected);
    }

    @Test
    void takesTextsOfAnyLength() {
        var before = "word ".repeat(5000);
        var after = "other ".repeat(5000);

        assertThat(WordDiff.between(before, after)).hasSize(2);
    }

    private static String shown(String before, String after) {
        return WordDiff.between(before, after).stream()
                .map(part -> (part.added() ? "+" : part.removed() ? "-" : "") + part.text())
                .collect(Collectors.joining(" "));
    }
}
