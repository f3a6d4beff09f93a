package org.articlerecommender.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import org.articlerecommender.catalog.Article;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnapshotLineTest {

    private static final String WHOLE = """
            {"id":"0704.0001","submitter":"Ada Leuchtfeuer","authors":"A. Leuchtfeuer, B. \\"Ol, and C. d'Example",
             "title":"Calculation of lamps at\\n  the sea","comments":"37 pages","journal-ref":"J.Lamp.D76:013009,2007",
             "doi":"10.5555/LampD.76","report-no":"X-1","categories":"hep-ph astro-ph cs.LG","license":null,
             "abstract":"  A fully differential lamp\\nshines.\\n",
             "versions":[{"version":"v1","created":"Mon, 2 Apr 2007 19:18:42 GMT"},
                         {"version":"v2","created":"Tue, 24 Jul 2007 20:10:27 GMT"}],
             "update_date":"2008-11-26",
             "authors_parsed":[["Leuchtfeuer","A.",""],["\\"Ol","B.",""],["d'Example","C.","Jr"]]}""";

    @Test
    void readsALineOfTheSnapshot() throws Exception {
        var article = read(WHOLE);

        assertThat(article.id().value()).isEqualTo("0704.0001");
        assertThat(article.version()).isEqualTo(2);
        assertThat(article.title()).isEqualTo("Calculation of lamps at the sea");
        assertThat(article.summary()).isEqualTo("A fully differential lamp shines.");
        assertThat(article.authors()).containsExactly("A. Leuchtfeuer", "B. \"Ol", "C. d'Example Jr");
        assertThat(article.categories()).containsExactly("hep-ph", "astro-ph", "cs.LG");
        assertThat(article.primaryCategory()).isEqualTo("hep-ph");
        assertThat(article.published()).isEqualTo(Instant.parse("2007-04-02T19:18:42Z"));
        assertThat(article.updated()).isEqualTo(Instant.parse("2007-07-24T20:10:27Z"));
        assertThat(article.announced()).isEqualTo("2007-04-04");
        assertThat(article.journalRef()).isEqualTo("J.Lamp.D76:013009,2007");
        assertThat(article.doi()).isEqualTo("10.5555/LampD.76");
    }

    @ParameterizedTest
    @CsvSource({
        "704.0001, 0704.0001",
        "704.001, 0704.0010",
        "0704.1, 0704.1000",
        "1501.1, 1501.10000",
        "2603.04, 2603.04000",
        "'\"math/0309136\"', math/0309136",
        "'\"math.GT/0309136\"', math.GT/0309136"
    })
    void mendsIdsThatHaveBecomeNumbers(String written, String id) throws Exception {
        var json = written.startsWith("0") ? '"' + written + '"' : written;

        var article = read("{\"id\":%s,\"title\":\"Lamps\",\"update_date\":\"2008-11-26\"}".formatted(json));

        assertThat(article.id().value()).isEqualTo(id);
    }

    @Test
    void doesWithoutWhatIsMissing() throws Exception {
        var article = read("{\"id\":\"hep-th/9901001\",\"title\":\"Lamps\",\"authors\":\"A. One and B. Two\","
                + "\"update_date\":\"2009-10-31\",\"versions\":[],\"abstract\":null}");

        assertThat(article.version()).isEqualTo(1);
        assertThat(article.summary()).isEmpty();
        assertThat(article.authors()).containsExactly("A. One", "B. Two");
        assertThat(article.published()).isEqualTo(Instant.parse("1999-01-01T00:00:00Z"));
        assertThat(article.updated()).isEqualTo(Instant.parse("2009-10-31T00:00:00Z"));
    }

    @Test
    void tellsAWithdrawnPaper() throws Exception {
        assertThat(read(WHOLE.replace("37 pages", "This paper has been withdrawn"))
                        .withdrawn())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"id\":\"lamp\",\"title\":\"x\",\"versions\":[]}', id",
        "'{\"id\":\"0704.0001\",\"versions\":[]}', title"
    })
    void refusesALineWithoutIdOrTitle(String line, String field) {
        assertThatThrownBy(() -> read(line)).isInstanceOf(BadLine.class).hasMessageStartingWith(field + ":");
    }

    private static Article read(String line) throws JsonProcessingException, BadLine {
        var json = new ObjectMapper().reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        return SnapshotLine.of(json.readTree(line)).orElseThrow().article(LocalDate.parse("2026-04-13"));
    }
}
