package org.articlerecommender.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.articlerecommender.catalog.ArticleId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines in the original's form about invented articles. */
class SeedLogTest {

    private static final String PAPER = "http://arxiv.org/abs/2401.00001v2";

    @Test
    void e1_readsTimeAndJsonOfALine() {
        var line = SeedLogLine.parse(
                "2024-10-25 18:11:54,667 - INFO - {\"user_id\": \"ada\", \"action\": \"impress\", \"result\": \"%s\"}"
                        .formatted(PAPER));

        assertThat(line.at()).isEqualTo(Instant.parse("2024-10-25T18:11:54.667Z"));
        assertThat(line.article()).isEqualTo(new ArticleId("2401.00001"));
        assertThat(line.result()).isEqualTo(PAPER);
    }

    @Test
    void e2_keepsUserActionResultAndQuery() {
        var line = SeedLogLine.parse(line(1, "ada", "click", PAPER, "graphs"));

        assertThat(line.user()).isEqualTo(new ReaderId("ada"));
        assertThat(line.action()).isEqualTo(EventType.CLICK);
        assertThat(line.query()).isEqualTo("graphs");
    }

    @Test
    void e3_putsWhatFollowsAListInIt() {
        var log = SeedLog.read(List.of(
                line(1, "ada", "recommendations", null, null),
                line(2, "ada", "impress", PAPER, null),
                line(3, "bob", "search", null, "llm"),
                line(4, "ada", "impress", "http://arxiv.org/abs/2401.00002v1", null),
                line(5, "ada", "recommendations", null, null),
                line(6, "ada", "expand", PAPER, null)));

        var lists = log.rankings();
        assertThat(lists).hasSize(3);
        assertThat(lists.get(0).items())
                .extracting(ShownRanking.Item::article)
                .containsExactly(new ArticleId("2401.00001"), new ArticleId("2401.00002"));
        assertThat(lists.get(1).kind()).isEqualTo(ShownRanking.Kind.SEARCH);
        assertThat(lists.get(2).items()).hasSize(1);
        assertThat(log.events().get(5).ranking()).isEqualTo(lists.get(2).id());
    }

    @Test
    void e5_aBraceInAQueryCostsNothing() {
        var line = SeedLogLine.parse(line(1, "ada", "search", null, "what is {x}} in \\\"sets\\\"?"));

        assertThat(line.query()).isEqualTo("what is {x}} in \"sets\"?");
    }

    @Test
    void e6_aSecondViewOfTheSameDayIsItsOwnEvent() {
        var log = SeedLog.read(List.of(line(1, "ada", "expand", PAPER, null), line(2, "ada", "expand", PAPER, null)));

        assertThat(log.events()).hasSize(2).extracting(Event::id).doesNotHaveDuplicates();
        assertThat(SeedCounts.of(log.lines()).total()).isEqualTo(1);
    }

    @Test
    void e7_countsAsTheOriginalDid() {
        var text = new ArrayList<String>();
        for (int redraw = 0; redraw < 3; redraw++) {
            text.add(line(redraw * 10, "user1", "recommendations", null, null));
            text.add(line(redraw * 10 + 1, "user1", "impress", PAPER, null));
            text.add(line(redraw * 10 + 2, "user1", "impress", "http://arxiv.org/abs/2401.00002v1", null));
        }
        text.add(line(40, "user2", "search", null, "quantum"));
        text.add(line(41, "user2", "expand", PAPER, "quantum"));
        text.add(line(42, "user2", "click", PAPER, "quantum"));

        var counts = SeedCounts.of(SeedLog.read(text).lines());

        assertThat(counts.total()).isEqualTo(6);
        assertThat(counts.actions())
                .isEqualTo(Map.of("recommendations", 1L, "impress", 2L, "search", 1L, "expand", 1L, "click", 1L));
        assertThat(counts.users().get("user2")).isEqualTo(Map.of("search", 1L, "expand", 1L, "click", 1L));
        assertThat(counts.articles()).isEqualTo(2);
    }

    @Test
    void givesTheSameIdsForTheSameFileAndOthersForARepeatedLine() {
        var text = List.of(line(1, "ada", "click", PAPER, null), line(1, "ada", "click", PAPER, null));

        var ids = SeedLog.read(text).events().stream().map(Event::id).toList();

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(SeedLog.read(text).events()).extracting(Event::id).isEqualTo(ids);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no log line at all|expected YYYY-MM-DD",
                "2024-10-25 18:11:54,667 - INFO - {\"user_id\": \"ada\", |expected YYYY-MM-DD",
                "2024-10-25 18:11:54,667 - INFO - {\"user_id\": \"ada\", \"action\": }|not valid JSON",
                "2024-13-45 18:11:54,667 - INFO - {\"user_id\": \"ada\", \"action\": \"search\"}|no such time",
                "2024-10-25 18:11:54,667 - INFO - {\"user_id\": \"\", \"action\": \"search\"}|user_id",
                "2024-10-25 18:11:54,667 - INFO - {\"user_id\": \"ada\", \"action\": \"dance\"}|expected one of",
                "2024-10-25 18:11:54,667 - INFO - {\"user_id\": \"ada\", \"action\": \"click\"}|result",
                "2024-10-25 18:11:54,667 - INFO - {\"user_id\": 7, \"action\": \"search\"}|user_id",
                "2024-10-25 18:11:54,667 - INFO - {\"user_id\": \"a\", \"action\": \"click\", \"result\": \"x\"}|arXiv id"
            })
    void aBadLineCostsThatLineOnlyAndIsNamed(String bad, String reason) {
        var log =
                SeedLog.read(List.of(line(1, "ada", "click", PAPER, null), bad, line(2, "ada", "click", PAPER, null)));

        assertThat(log.events()).hasSize(2);
        assertThat(log.rejected()).singleElement().satisfies(rejected -> {
            assertThat(rejected.line()).isEqualTo(2);
            assertThat(rejected.reason()).contains(reason);
        });
    }

    private static String line(int second, String user, String action, String result, String query) {
        return "2024-10-25 18:11:%02d,000 - INFO - {\"user_id\": \"%s\", \"action\": \"%s\"%s%s}"
                .formatted(
                        second,
                        user,
                        action,
                        result == null ? "" : ", \"result\": \"" + result + "\"",
                        query == null ? "" : ", \"query\": \"" + query + "\"");
    }
}
