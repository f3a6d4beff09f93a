package org.articlerecommender.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.catalog.ArticleId;
import org.junit.jupiter.api.Test;

class SliceReaderTest {

    private static final LocalDate DAY = LocalDate.of(2026, 4, 10);
    private static final Slice SUBMISSIONS = new Slice(DAY, null);
    private static final List<String> CATEGORIES = List.of("cs.LG", "cs.IR");

    private final List<Article> there = articles(25);
    private final List<Article> stored = new ArrayList<>();
    private int requests;

    @Test
    void readsEveryPage() {
        var tally = read(this::wellBehaved);

        assertThat(tally).isEqualTo(new SliceReader.Tally(25, 25, 25, 0));
        assertThat(stored).containsExactlyElementsOf(there);
        assertThat(requests).isEqualTo(3);
    }

    @Test
    void storesEachPageBeforeTheNextIsAskedFor() {
        var storedAtRequest = new ArrayList<Integer>();

        read((query, order, start, limit) -> {
            storedAtRequest.add(stored.size());
            return wellBehaved(query, order, start, limit);
        });

        assertThat(storedAtRequest).containsExactly(0, 10, 20);
    }

    @Test
    void asksOnceForADayWithoutSubmissions() {
        var tally = read((query, order, start, limit) -> {
            requests++;
            return new ArxivPage(0, List.of(), 0);
        });

        assertThat(tally.missing()).isZero();
        assertThat(requests).isEqualTo(1);
    }

    @Test
    void losesNothingWhenPagesComeShort() {
        var tally = read((query, order, start, limit) -> wellBehaved(query, order, start, Math.min(limit, 7)));

        assertThat(tally.missing()).isZero();
        assertThat(stored).containsExactlyElementsOf(there);
    }

    @Test
    void asksAgainForAPageThatComesEmpty() {
        var tally = read((query, order, start, limit) -> {
            var page = wellBehaved(query, order, start, limit);
            return requests % 2 == 0 ? new ArxivPage(page.total(), List.of(), 0) : page;
        });

        assertThat(tally).isEqualTo(new SliceReader.Tally(25, 25, 25, 0));
    }

    @Test
    void saysHowManyAreMissingWhenAPageStaysEmpty() {
        var tally = read((query, order, start, limit) -> {
            var page = wellBehaved(query, order, start, limit);
            return start == 10 ? new ArxivPage(page.total(), List.of(), 0) : page;
        });

        assertThat(tally.missing()).isEqualTo(10);
        assertThat(stored).containsAll(there.subList(20, 25));
    }

    @Test
    void readsADayAgainWhenArticlesMovedBetweenPages() {
        var tally = read((query, order, start, limit) -> {
            var page = wellBehaved(query, order, start, limit);
            // a new submission pushed one article onto the page that was just read
            return requests == 2 ? new ArxivPage(25, there.subList(9, 19), 0) : page;
        });

        assertThat(tally.missing()).isZero();
        assertThat(stored).containsAll(there);
    }

    @Test
    void endsWhenTheListShrinksWhileItIsRead() {
        var tally = read((query, order, start, limit) ->
                requests++ == 0 ? new ArxivPage(25, there.subList(0, 10), 0) : new ArxivPage(10, List.of(), 0));

        assertThat(tally.missing()).isZero();
    }

    @Test
    void countsEntriesThatCouldNotBeRead() {
        var tally = read((query, order, start, limit) -> {
            var page = wellBehaved(query, order, start, limit);
            return start == 20 ? new ArxivPage(25, page.articles().subList(1, 5), 1) : page;
        });

        assertThat(tally.unreadable()).isEqualTo(1);
        assertThat(tally.missing()).isZero();
    }

    @Test
    void b5_asksForAllCategoriesInOneQuerySoThatCrossListsComeOnce() {
        assertThat(SUBMISSIONS.query(CATEGORIES))
                .isEqualTo("(cat:cs.LG OR cat:cs.IR) AND submittedDate:[202604100000 TO 202604102359]");
    }

    @Test
    void b2_coversEveryDayOfTheWindowNewestFirst() {
        var slices = Slice.of(DAY, 3, 0);

        assertThat(slices)
                .extracting(Slice::day)
                .containsExactly(DAY, DAY.minusDays(1), DAY.minusDays(2), DAY.minusDays(3));
    }

    @Test
    void asksForNewVersionsOnlyOfPapersSubmittedBeforeTheWindow() {
        var last = Slice.of(DAY, 3, 2).get(5);

        assertThat(last.replacements()).isTrue();
        assertThat(last.query(CATEGORIES))
                .isEqualTo("(cat:cs.LG OR cat:cs.IR) AND lastUpdatedDate:[202604090000 TO 202604092359]"
                        + " ANDNOT submittedDate:[202604070000 TO 202604092359]");
    }

    private SliceReader.Tally read(SliceReader.Pages pages) {
        var reader = new SliceReader(
                pages,
                articles -> {
                    int fresh = (int) articles.stream()
                            .filter(article -> !stored.contains(article))
                            .count();
                    stored.addAll(articles);
                    return fresh;
                },
                10);
        return reader.read(SUBMISSIONS, CATEGORIES, (read, counted) -> {});
    }

    private ArxivPage wellBehaved(String query, ArxivClient.Order order, int start, int limit) {
        requests++;
        int from = Math.min(start, there.size());
        return new ArxivPage(there.size(), there.subList(from, Math.min(from + limit, there.size())), 0);
    }

    private static List<Article> articles(int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> article("2604.%05d".formatted(i)))
                .toList();
    }

    static Article article(String id) {
        var submitted = Instant.parse("2026-04-10T09:00:00Z");
        return new Article(
                new ArticleId(id),
                1,
                "Lamp " + id,
                "It shines.",
                List.of("Ada Leuchtfeuer"),
                List.of("cs.LG"),
                "cs.LG",
                submitted,
                submitted,
                LocalDate.of(2026, 4, 13),
                null,
                null,
                null,
                false,
                false);
    }
}
