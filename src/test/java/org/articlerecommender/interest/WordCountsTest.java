package org.articlerecommender.interest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordCountsTest {

    @Test
    void splitsATextIntoLowerCaseWords() {
        assertThat(Words.in("Self-Attention: Äpfel, x 7 and GPT-4o (2nd) -- end-"))
                .containsExactly("self-attention", "äpfel", "x", "and", "gpt-4o", "2nd", "end");
    }

    @Test
    void nothingComesOfATextWithoutWords() {
        assertThat(Words.in("")).isEmpty();
        assertThat(WordCounts.of(" ?! 7").ids()).isEmpty();
    }

    @Test
    void countsEachWordOnceAndHowOften() {
        var terms = WordCounts.of("graph of a graph");

        assertThat(terms.ids()).hasSize(3).isSorted();
        assertThat(terms.counts()).containsOnly((byte) 1, (byte) 2);
    }

    @Test
    void aWordThatOccursVeryOftenDoesNotOverflow() {
        assertThat(WordCounts.of("graph ".repeat(1000)).counts()).containsExactly(Byte.MAX_VALUE);
    }

    @Test
    void weighsRareWordsMoreThanCommonOnes() {
        var rarity = WordCounts.rarity(
                List.of(WordCounts.of("the graph"), WordCounts.of("the qubit"), WordCounts.of("the road")));

        assertThat(rarity[WordCounts.id("the")]).isEqualTo(1f);
        assertThat(rarity[WordCounts.id("graph")]).isGreaterThan(rarity[WordCounts.id("the")]);
        assertThat(rarity[WordCounts.id("unheard")]).isGreaterThan(rarity[WordCounts.id("graph")]);
    }

    @Test
    void aWeightedTextHasUnitLengthAndAnEmptyOneNone() {
        var rarity = WordCounts.rarity(List.of());

        double square = 0;
        for (float value :
                WordCounts.of("dense retrieval of dense text").weighted(rarity).values()) {
            square += value * value;
        }
        assertThat(square).isBetween(0.9999, 1.0001);
        assertThat(WordCounts.NONE.weighted(rarity).values()).isEmpty();
    }
}
