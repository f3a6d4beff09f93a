package org.articlerecommender.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Set;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.ranking.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayLogTest {

    private static final String LIST = """
            {"reader": "ada", "at": "2025-07-02T08:00:00Z", "items": [{"article": "2507.00001v2", "actions": ["impress", "expand", "like"]}, {"article": "2507.00002", "features": {"a:b": 0.5}}, "2507.00003"]}
            """.strip();
    private static final String READER = """
            {
              "user": "bob",
              "history": [
                {"arxiv_id": "2506.00001", "title": "Old", "abstract": null, "date": "2025-06-01", "avail": "2025-06-03"},
                {"arxiv_id": "2505.00001", "title": "Older", "abstract": "Text", "avail": "2025-05-03"}
              ],
              "days": [{"day": "2025-07-01", "candidates": ["2507.00001", "2507.00002"], "positives": ["2507.00002"]}]
            }
            """.strip();

    @Test
    void readsAListWithWhatItsReaderDid() {
        var log = read(LIST);

        assertThat(log.rejected()).isEmpty();
        assertThat(log.lists()).singleElement().satisfies(list -> {
            assertThat(list.reader().value()).isEqualTo("ada");
            assertThat(list.at()).isEqualTo(Instant.parse("2025-07-02T08:00:00Z"));
            assertThat(list.items())
                    .extracting(item -> item.article().value())
                    .containsExactly("2507.00001", "2507.00002", "2507.00003");
            assertThat(list.items().get(0).outcomes()).isEqualTo(Set.of(Outcome.EXPAND, Outcome.SAVE));
            assertThat(list.items().get(1).features()).containsEntry("a:b", 0.5);
            assertThat(list.items().get(2).outcomes()).isEmpty();
        });
    }

    @Test
    void readsAReaderWithHistoryAndDaysOnOneLineOrOnMany() {
        for (var text : new String[] {READER, READER.replace("\n", "")}) {
            var log = read(text);

            assertThat(log.rejected()).isEmpty();
            assertThat(log.before().get(new ReaderId("bob")))
                    .extracting(liked -> liked.at().toString())
                    .containsExactly("2025-05-03T00:00:00Z", "2025-06-03T00:00:00Z");
            assertThat(log.lists())
                    .singleElement()
                    .satisfies(list -> assertThat(list.items())
                            .extracting(item -> item.outcomes().size())
                            .containsExactly(0, 1));
        }
    }

    @Test
    void putsListsInTheOrderOfTheirTimes() {
        var log = read(LIST + "\n" + READER.replace("\n", "") + "\n\n" + LIST.replace("07-02", "06-30"));

        assertThat(log.lines()).isEqualTo(3);
        assertThat(log.lists())
                .extracting(ReplayList::at)
                .isSortedAccordingTo(Instant::compareTo)
                .hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "not json|not JSON",
                "[1, 2]|not a JSON object",
                "{\"at\": \"2025-07-01\", \"items\": []}|reader: expected",
                "{\"reader\": \"ada\", \"at\": \"yesterday\", \"items\": []}|at: expected a day",
                "{\"reader\": \"ada\", \"at\": \"2025-07-01\"}|items: expected an array",
                "{\"reader\": \"ada\", \"at\": \"2025-07-01\", \"items\": [{\"article\": \"?\"}]}|items[0].article: expected an arXiv id",
                "{\"reader\": \"ada\", \"at\": \"2025-07-01\", \"items\": [{\"article\": \"2507.00001\", \"actions\": [\"eat\"]}]}|\"eat\" is none of",
                "{\"user\": \"bob\", \"history\": 3, \"days\": []}|history: expected an array"
            })
    void aBadLineCostsThatLineOnlyAndSaysWhy(String line, String reason) {
        var log = read(LIST + "\n" + line + "\n" + LIST);

        assertThat(log.lists()).hasSize(2);
        assertThat(log.rejected()).singleElement().satisfies(one -> {
            assertThat(one.line()).isEqualTo(2);
            assertThat(one.reason()).contains(reason);
        });
    }

    private static ReplayLog read(String text) {
        return ReplayLog.read(text, new ObjectMapper());
    }
}
