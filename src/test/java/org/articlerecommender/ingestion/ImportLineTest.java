package org.articlerecommender.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import org.articlerecommender.catalog.Article;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportLineTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 4, 12);
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void takesEveryField() throws Exception {
        var article = read("""
                {"id": "2503.01234", "version": "v2", "title": "Reading  Tea\\nLeaves", "abstract": "We read.\\n",
                 "authors": ["Ada Example", " Bo Sample "], "categories": ["cs.LG", "cs.IR"],
                 "primary_category": "cs.IR", "published": "2025-03-03T10:00:00Z", "updated": "2025-03-05T08:00:00+02:00",
                 "announced": "2025-03-04", "comment": "9 pages", "journal_ref": "Leaves 3", "doi": "10.0000/1"}""");

        assertThat(article.id().value()).isEqualTo("2503.01234");
        assertThat(article.version()).isEqualTo(2);
        assertThat(article.title()).isEqualTo("Reading Tea Leaves");
        assertThat(article.summary()).isEqualTo("We read.");
        assertThat(article.authors()).containsExactly("Ada Example", "Bo Sample");
        assertThat(article.categories()).containsExactly("cs.IR", "cs.LG");
        assertThat(article.primaryCategory()).isEqualTo("cs.IR");
        assertThat(article.published()).isEqualTo(Instant.parse("2025-03-03T10:00:00Z"));
        assertThat(article.updated()).isEqualTo(Instant.parse("2025-03-05T06:00:00Z"));
        assertThat(article.announced()).isEqualTo(LocalDate.of(2025, 3, 4));
        assertThat(article.comment()).isEqualTo("9 pages");
        assertThat(article.journalRef()).isEqualTo("Leaves 3");
        assertThat(article.doi()).isEqualTo("10.0000/1");
        assertThat(article.sample()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2503.01234, 2503.01234, 1",
        "2503.01234v3, 2503.01234, 3",
        "arXiv:2503.01234v3, 2503.01234, 3",
        "https://arxiv.org/abs/2503.01234v2, 2503.01234, 2",
        "http://arxiv.org/pdf/HEP-TH/9901001v1.pdf, hep-th/9901001, 1"
    })
    void normalisesIds(String given, String id, int version) throws Exception {
        var article = read("{\"id\": \"%s\", \"title\": \"T\"}".formatted(given));

        assertThat(article.id().value()).isEqualTo(id);
        assertThat(article.version()).isEqualTo(version);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"published\": \"2025-03-03\", \"announced\": \"2025-03-09\" | 2025-03-03T00:00:00Z | 2025-03-09",
                "\"published\": \"2025-03-03T10:00:00Z\" | 2025-03-03T10:00:00Z | 2025-03-04",
                "\"announced\": \"2025-03-09\" | 2025-03-09T00:00:00Z | 2025-03-09",
                "\"updated\": \"2025-03-10T09:00:00Z\" | 2025-03-10T09:00:00Z | 2025-03-11",
                "\"published\": null | 2025-03-01T00:00:00Z | 2025-03-04",
                "\"published\": \"2025-03-03 10:00:00\" | 2025-03-03T10:00:00Z | 2025-03-04",
                "\"published\": \"2026-04-12T12:00:00Z\" | 2026-04-12T12:00:00Z | 2026-04-12"
            })
    void takesAMissingDateFromAnother(String dates, Instant published, LocalDate announced) throws Exception {
        var article = read("{\"id\": \"2503.01234\", \"title\": \"T\", %s}".formatted(dates));

        assertThat(article.published()).isEqualTo(published);
        assertThat(article.updated()).isEqualTo(published);
        assertThat(article.announced()).isEqualTo(announced);
    }

    @Test
    void datesAnOldIdByItsMonth() throws Exception {
        assertThat(read("{\"id\": \"hep-th/9901001\", \"title\": \"T\"}").published())
                .isEqualTo(Instant.parse("1999-01-01T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"Ada Example, Bo Sample and Cy Test\" | Ada Example;Bo Sample;Cy Test",
                "\"Ada Example, Bo Sample, and Cy Test\" | Ada Example;Bo Sample;Cy Test",
                "\"Example, Ada; Sample, Bo\" | Example, Ada;Sample, Bo",
                "\"Alexander Sandoval\" | Alexander Sandoval",
                "[] | ''",
                "null | ''"
            })
    void takesAuthorsAsAListOrAsOneText(String authors, String names) throws Exception {
        var article = read("{\"id\": \"2503.01234\", \"title\": \"T\", \"authors\": %s}".formatted(authors));

        assertThat(String.join(";", article.authors())).isEqualTo(names);
    }

    @Test
    void takesCategoriesAsOneText() throws Exception {
        var article = read("{\"id\": \"2503.01234\", \"title\": \"T\", \"categories\": \"cs.IR cs.LG\"}");

        assertThat(article.categories()).containsExactly("cs.IR", "cs.LG");
        assertThat(article.primaryCategory()).isEqualTo("cs.IR");
    }

    @Test
    void storesAMissingAbstractAsEmpty() throws Exception {
        assertThat(read("{\"id\": \"2503.01234\", \"title\": \"T\", \"abstract\": null}")
                        .summary())
                .isEmpty();
    }

    @Test
    void keepsWhatPostgresCannotHoldOutOfTexts() throws Exception {
        var article = read("{\"id\": \"2503.01234\", \"title\": \"T\\u0000\\ud800x\"}");

        assertThat(article.title()).isEqualTo("T\uFFFDx");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | line: expected one JSON object",
                "\"text\" | line: expected one JSON object",
                "{\"title\": \"T\"} | id: expected an arXiv id",
                "{\"id\": \"nonsense\", \"title\": \"T\"} | id: expected an arXiv id",
                "{\"id\": 2503.01234, \"title\": \"T\"} | id: expected a text",
                "{\"id\": \"2503.01234\"} | title: is required",
                "{\"id\": \"2503.01234\", \"title\": \" \"} | title: is required",
                "{\"id\": \"2503.01234\", \"title\": 7} | title: expected a text",
                "{\"id\": \"2503.01234\", \"title\": \"T\", \"abstract\": []} | abstract: expected a text",
                "{\"id\": \"2503.01234\", \"title\": \"T\", \"authors\": [1]} | authors: expected a list of texts",
                "{\"id\": \"2503.01234\", \"title\": \"T\", \"authors\": {}} | authors: expected a list of texts",
                "{\"id\": \"2503.01234\", \"title\": \"T\", \"categories\": [\"<b>\"]} | categories: expected categories",
                "{\"id\": \"2503.01234\", \"title\": \"T\", \"version\": 0} | version: expected a whole number",
                "{\"id\": \"2503.01234\", \"title\": \"T\", \"published\": \"soon\"} | published: expected a day",
                "{\"id\": \"2503.01234\", \"title\": \"T\", \"published\": \"2025-02-30\"} | published: expected a day",
                "{\"id\": \"2503.01234\", \"title\": \"T\", \"updated\": \"+99999-01-01T00:00:00Z\"} | updated: expected a day"
            })
    void refusesALineAndNamesTheField(String line, String reason) {
        assertThatThrownBy(() -> read(line)).isInstanceOf(BadLine.class).hasMessageStartingWith(reason);
    }

    @Test
    void refusesTextsOfUnusualLength() {
        assertThatThrownBy(() -> read("{\"id\": \"2503.01234\", \"title\": \"%s\"}".formatted("x".repeat(2001))))
                .isInstanceOf(BadLine.class)
                .hasMessageStartingWith("title: at most 2,000");
    }

    private static Article read(String line) throws BadLine, IOException {
        return new ImportLine(JSON.readTree(line)).article(TODAY);
    }
}
