package org.articlerecommender.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.catalog.Invented;
import org.articlerecommender.embedding.Embedding;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SearchPageTest {

    private final Catalog catalog;
    private final Embedding embedding;

    SearchPageTest(Catalog catalog, Embedding embedding) {
        this.catalog = catalog;
        this.embedding = embedding;
    }

    @BeforeEach
    void articles() {
        var articles = new ArrayList<Article>();
        for (int i = 10; i < 50; i++) {
            var category = i % 4 == 0 ? "math.AG" : "cs.CY";
            articles.add(Invented.article(
                    "9604.000" + i,
                    1,
                    "Windmills <b>no. " + i + "</b>",
                    category,
                    LocalDate.of(2023, 1, i - 9 > 28 ? 28 : i - 9)));
        }
        catalog.save(articles);
        embedding.embedNow(articles.stream().map(Article::id).toList());
    }

    @Test
    void marksTheWordsAndShowsSignsAsSigns() {
        var page = page("q=windmill&source=local");

        assertThat(page.selectFirst("h3 mark").text()).isEqualTo("Windmills");
        assertThat(page.select("h3 b")).isEmpty();
        assertThat(page.selectFirst(".snippet mark").text()).isEqualTo("Windmills");
    }

    @Test
    void turnsPagesWithinOneList() {
        var first = page("q=windmill&source=local");
        var second = Jsoup.parse(Browser.OF_NOBODY
                .request()
                .urlEncodingEnabled(false)
                .get(first.selectFirst("a[rel=next]").attr("href"))
                .asString());

        var shown = new ArrayList<>(ids(first));
        shown.addAll(ids(second));
        assertThat(ids(first)).hasSize(30);
        assertThat(ids(second)).isNotEmpty();
        assertThat(shown).doesNotHaveDuplicates();
        assertThat(second.selectFirst("a[rel=prev]")).isNotNull();
        assertThat(second.selectFirst(".place").text()).isEqualTo("31");
    }

    @Test
    void narrowsToACategoryByALinkAndBack() {
        var all = page("q=windmill&source=local");
        var link = all.select(".facets a").stream()
                .filter(one -> one.text().startsWith("math.AG"))
                .findFirst()
                .orElseThrow();

        var narrowed = Jsoup.parse(Browser.OF_NOBODY
                .request()
                .urlEncodingEnabled(false)
                .get(link.attr("href"))
                .asString());

        assertThat(narrowed.select(".paper .chip.main").eachText()).isNotEmpty().containsOnly("math.AG");
        assertThat(narrowed.selectFirst("details.narrow").hasAttr("open")).isTrue();
        assertThat(narrowed.selectFirst(".facets a.main").attr("href")).doesNotContain("category");
    }

    @Test
    void putsTheNewestFirstWithinDays() {
        var page = page("q=windmill&source=local&sort=newest&from=2023-01-05&to=2023-01-20");

        var days = page.select(".papers time").eachAttr("datetime");
        assertThat(days).isNotEmpty().isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(days).allMatch(day -> day.compareTo("2023-01-05") >= 0 && day.compareTo("2023-01-20") <= 0);
        assertThat(page.select(".papers .score")).isEmpty();
        assertThat(page("q=windmill&source=local").select(".papers .score")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"from=soon, from", "to=2025-13-01, to", "category=1, category", "sort=oldest, sort"})
    void refusesWhatItCannotTakeAndNamesIt(String choice, String field) {
        var answer = Browser.OF_NOBODY.request().get("/search?q=windmill&source=local&" + choice);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(answer.asString()).selectFirst(".complaint").text())
                .startsWith(field);
    }

    @Test
    void offersTheWayBackFromNothing() {
        var page = page("q=windmill&source=local&category=hep-th");

        assertThat(page.selectFirst(".empty a").attr("href")).isEqualTo("/search?q=windmill&source=local");
    }

    private static Document page(String query) {
        return Browser.OF_NOBODY.page("/search?" + query);
    }

    private static List<String> ids(Document page) {
        return page.select(".paper").eachAttr("id");
    }
}
