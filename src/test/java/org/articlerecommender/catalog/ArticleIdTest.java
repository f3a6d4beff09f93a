package org.articlerecommender.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleIdTest {

    @ParameterizedTest
    @CsvSource({
        "2503.01234, 2503.01234",
        "0704.0001, 0704.0001",
        "hep-th/9901001, hep-th/9901001",
        "math.GT/0309136, math.GT/0309136",
        "MATH.gt/0309136, math.GT/0309136",
        "arXiv:2503.01234v3, 2503.01234",
        "ARXIV:hep-th/9901001v2, hep-th/9901001",
        "http://arxiv.org/abs/2410.16579v1, 2410.16579",
        "https://www.arxiv.org/pdf/2410.16579v1.pdf, 2410.16579",
        "https://export.arxiv.org/abs/math/0303109, math/0303109",
        "https://arxiv.org/html/2410.16579?context=cs, 2410.16579",
        "oai:arXiv.org:2410.16579, 2410.16579",
        "'  2503.01234  ', 2503.01234",
        "sample/0000001, sample/0000001"
    })
    void takesEveryFormThatPeopleAndProgramsPaste(String given, String expected) {
        assertThat(ArticleId.parse(given)).hasValue(new ArticleId(expected));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "abc",
                "2503.123",
                "2503.012345",
                "25030.1234",
                "hep-th/990100",
                "https://example.org/abs/2503.01234",
                "https://arxiv.org.example.org/abs/2503.01234",
                "2503.01234v",
                "2503.01234; drop table article",
                "../../etc/passwd"
            })
    void findsNoIdInAnythingElse(String given) {
        assertThat(ArticleId.parse(given)).isEmpty();
    }

    @Test
    void a12_splitsTheVersionOffTheVersionedAddress() {
        var parsed =
                ArticleId.parseVersioned("http://arxiv.org/abs/2410.16579v12").orElseThrow();

        assertThat(parsed.id().value()).isEqualTo("2410.16579");
        assertThat(parsed.version()).hasValue(12);
    }

    @Test
    void saysWhatAnIdLooksLikeWhenItRefuses() {
        assertThatThrownBy(() -> ArticleId.of("cs.AI papers"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cs.AI papers")
                .hasMessageContaining("2503.01234");
    }
}
