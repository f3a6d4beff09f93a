package org.articlerecommender.search;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HighlightTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "carve | Carving and carved | [Carving] and [carved]",
                "the ice | The ice | The [ice]",
                "x y | Bounds of $x^2$ in y | Bounds of $x^2$ in [y]",
                "muller | By Müller | By [Müller]",
                "\"ice age\" -stone | ice of a stone age | [ice] of a stone [age]"
            })
    void marksTheWordsWhateverTheirEnding(String query, String text, String marked) {
        assertThat(marked(Highlight.of(query).in(text))).isEqualTo(marked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<b>ice</b> & \"ice\"", "", "𝔽 ice", "no word of it"})
    void losesNothingOfTheText(String text) {
        assertThat(Highlight.of("ice").in(text).stream()
                        .map(Highlight.Piece::text)
                        .collect(joining()))
                .isEqualTo(text);
    }

    @Test
    void showsTheSentenceWithMostOfTheWords() {
        var text = "Ice is cold. Glaciers of ice carve valleys. We measure.";

        assertThat(marked(Highlight.of("ice valley").snippet(text))).isEqualTo("Glaciers of [ice] carve [valleys].");
        assertThat(Highlight.of("zebra").snippet(text)).isEmpty();
    }

    @Test
    void cutsALongSentenceAroundTheWordsAndNotInsideAFormula() {
        var text = "Long " + "before ".repeat(60) + "ice " + "$a + b$ ".repeat(80) + "end.";

        var snippet = Highlight.of("ice").snippet(text);

        var shown = snippet.stream().map(Highlight.Piece::text).collect(joining());
        assertThat(snippet)
                .filteredOn(Highlight.Piece::hit)
                .extracting(Highlight.Piece::text)
                .containsExactly("ice");
        assertThat(shown).startsWith("… ").endsWith(" …").hasSizeLessThan(300);
        assertThat(shown.chars().filter(sign -> sign == '$').count()).isEven();
    }

    private static String marked(List<Highlight.Piece> pieces) {
        return pieces.stream()
                .map(piece -> piece.hit() ? "[" + piece.text() + "]" : piece.text())
                .collect(joining());
    }
}
