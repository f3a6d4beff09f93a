package org.articlerecommender.interest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TermsTest {

    @Test
    void splitsATextIntoLowerCaseWords() {
        assertThat(Words.in("Self-Attention: Äpfel, x 7 and GPT-4o (2nd) -- end-"))
                .containsExactly("self-attention", "äpfel", "x", "and", "gpt-4o", "2nd", "end");
    }

    @Test
    void nothingComesOfATextWithoutWords() {
        assertThat(Words.in("")).isEmpty();
        assertThat(Terms.of(" ?! 7").ids()).isEmpty();
    }

    @Test
    void countsEachWordOnceAndHowOften() {
        var terms = Terms.of("graph of a graph");

        assertThat(terms.ids()).hasSize(3).isSorted();
        assertThat(terms.counts()).containsOnly((byte) 1, (byte) 2);
    }

    @Test
    void aWordThatOccursVeryOftenDoesNotOverflow() {
        assertThat(Terms.of("graph ".repeat(1000)).counts()).containsExactly(Byte.MAX_VALUE);
    }

    @Test
    void weighsRareWordsMoreThanCommonOnes() {
        var rarity = Terms.rarity(List.of(Terms.of("the graph"), Terms.of("the qubit"), Terms.of("the road")));

        assertThat(rarity[Terms.id("the")]).isEqualTo(1f);
        assertThat(rarity[Terms.id("graph")]).isGreaterThan(rarity[Terms.id("the")]);
        assertThat(rarity[Terms.id("unheard")]).isGreaterThan(rarity[Terms.id("graph")]);
    }

    @Test
    void aWeightedTextHasUnitLengthAndAnEmptyOneNone() {
        var rarity = Terms.rarity(List.of());

        double square = 0;
        for (float value :
                Terms.of("dense retrieval of dense text").weighted(rarity).values()) {
            square += value * value;
        }
        assertThat(square).isBetween(0.9999, 1.0001);
        assertThat(Terms.NONE.weighted(rarity).values()).isEmpty();
    }
}
