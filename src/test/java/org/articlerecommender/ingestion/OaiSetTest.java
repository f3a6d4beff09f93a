package org.articlerecommender.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OaiSetTest {

    @ParameterizedTest
    @CsvSource({
        "cs.IR, cs:cs:IR",
        "cs.*, cs",
        "hep-th, physics:hep-th",
        "cond-mat.str-el, physics:cond-mat:str-el",
        "physics.*, physics:physics",
        "q-bio.NC, q-bio:q-bio:NC"
    })
    void namesTheSetOfACategory(String category, String set) {
        assertThat(OaiSet.of(category)).isEqualTo(set);
    }

    @ParameterizedTest
    @CsvSource({
        "cs:cs:IR, cs.IR",
        "physics:hep-th, hep-th",
        "physics:hep-th:hep-th, hep-th",
        "physics:physics:optics, physics.optics"
    })
    void namesTheCategoryOfASet(String set, String category) {
        assertThat(OaiSet.category(set)).contains(category);
    }

    @Test
    void knowsSetsOfManyCategories() {
        assertThat(OaiSet.category("math")).isEmpty();
    }
}
