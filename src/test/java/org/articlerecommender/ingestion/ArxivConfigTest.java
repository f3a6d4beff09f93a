package org.articlerecommender.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.ConfigValidationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArxivConfigTest {

    @Test
    void c3_c4_startsWithFiveCategoriesAndTenDays() {
        var config = TestSettings.arxiv();

        assertThat(config.categories()).containsExactly("cs.AI", "cs.LG", "cs.CL", "cs.IR", "stat.ML");
        assertThat(config.windowDays()).isEqualTo(10);
        assertThat(config.pace()).hasSeconds(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"cs.AI", "hep-th", "cond-mat.mes-hall", "q-bio.NC", "physics.acc-ph", "cs.*", "astro-ph.GA"})
    void takesArxivsCategories(String category) {
        assertThat(TestSettings.arxiv("categories", category).categories()).containsExactly(category);
    }

    @ParameterizedTest
    @CsvSource({
        "categories, csAI.foo.bar",
        "categories, cs.AI OR all:x",
        "api-url, ftp://arxiv.org/api",
        "api-url, export.arxiv.org",
        "oai-url, http://x y",
        "window-days, 0",
        "page-size, 5000"
    })
    void refusesWhatCannotWork(String name, String value) {
        assertThatThrownBy(() -> TestSettings.arxiv(name, value))
                .isInstanceOf(ConfigValidationException.class)
                .hasMessageContaining("arxiv." + name)
                .hasMessageContaining("must ");
    }
}
