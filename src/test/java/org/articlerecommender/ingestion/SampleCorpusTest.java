package org.articlerecommender.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.HashSet;
import org.articlerecommender.catalog.Article;
import org.junit.jupiter.api.Test;

class SampleCorpusTest {

    private final FakeTime time = new FakeTime("2026-04-12T10:00:00Z");
    private final SampleCorpus sample =
            new SampleCorpus(new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES), time);

    @Test
    void isDatedFromToday() {
        var today = LocalDate.of(2026, 4, 12);

        assertThat(sample.articles())
                .allSatisfy(article -> assertThat(article.announced()).isBetween(today.minusDays(30), today));
        assertThat(sample.newestDay().orElseThrow()).isAfter(today.minusDays(4));
    }

    @Test
    void hasEnoughToLookAt() {
        var articles = sample.articles();

        assertThat(articles).hasSizeGreaterThanOrEqualTo(300).allMatch(Article::sample);
        assertThat(new HashSet<>(articles.stream().map(Article::id).toList())).hasSameSizeAs(articles);
        assertThat(new HashSet<>(articles.stream().map(Article::primaryCategory).toList()))
                .hasSizeGreaterThanOrEqualTo(8);
        assertThat(articles)
                .allSatisfy(article ->
                        assertThat(article.summary().split("\\s+").length).isBetween(80, 160));
    }
}
