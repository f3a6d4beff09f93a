package org.articlerecommender.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.articlerecommender.catalog.Article;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Invented records of the kinds that break naive readers, in every form in which articles come. */
class HardRecordsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalDate TODAY = LocalDate.parse("2026-04-13");

    /** A paper as it is meant. */
    record Hard(String kind, String id, String title, String summary, List<String> authors, List<String> categories) {

        @Override
        public String toString() {
            return kind;
        }
    }

    static Stream<Hard> hard() {
        var ada = List.of("Ada Leuchtfeuer");
        var cs = List.of("cs.LG");
        return Stream.of(
                new Hard("old id", "hep-th/9110025", "Lamps", "They shine.", ada, List.of("hep-th", "math.QA")),
                new Hard("old id with a subject class", "math.GT/0309136", "Lamps", "They shine.", ada, cs),
                new Hard("four digits", "0810.1216", "Lamps", "They shine.", ada, List.of("physics.ins-det", "hep-ex")),
                new Hard(
                        "LaTeX", "2603.00001", "On $p$-Adic $\\mathbb{Z}_n$ \\lamps & {braces}", "$a<b>c$ \\", ada, cs),
                new Hard("XML specials", "2603.00002", "A < B & C > \"D\" 'E' ]]>", "x &amp; y &lt;b&gt;", ada, cs),
                new Hard("one-letter abstract", "2603.00003", "QCD", "X", ada, cs),
                new Hard("no abstract", "2603.00004", "Lamps", "", ada, cs),
                new Hard("French", "2603.00005", "L'été des lampes", "Nous étudions l'œuvre à Zürich — déjà.", ada, cs),
                new Hard("garbled letters", "1905.04026", "Ã©tude Ã¢Â\u00a0x", "LÃ¼mpen", ada, cs),
                new Hard("letters beyond the first plane", "2603.00006", "Lamps 𝔸 😀", "𝒜 shines.", ada, cs),
                new Hard(
                        "accents in TeX",
                        "2603.00007",
                        "Lamps",
                        "They shine.",
                        List.of("Jes\\us San-Mart\\'{\\i}n", "G\\\"odel, K."),
                        cs),
                new Hard(
                        "three hundred authors",
                        "2603.00008",
                        "Lamps",
                        "They shine.",
                        IntStream.range(0, 317).mapToObj(i -> "Ada Author" + i).toList(),
                        cs),
                new Hard(
                        "many categories",
                        "comp-gas/9403003",
                        "Lamps",
                        "They shine.",
                        ada,
                        List.of(
                                "comp-gas",
                                "adap-org",
                                "chao-dyn",
                                "cond-mat",
                                "hep-th",
                                "nlin.AO",
                                "nlin.CD",
                                "q-bio.NC")),
                new Hard(
                        "long abstract",
                        "2603.00009",
                        "Lamps",
                        "word ".repeat(1500).strip(),
                        ada,
                        cs),
                new Hard("long title", "2603.00010", "lamp ".repeat(80).strip(), "They shine.", ada, cs));
    }

    @ParameterizedTest
    @MethodSource("hard")
    void comesWholeFromTheQueryApi(Hard paper) throws IOException {
        var entry = """
                <entry><id>http://arxiv.org/abs/%sv2</id><title>%s</title><summary>%s</summary>
                <published>2026-03-02T09:00:00Z</published><updated>2026-03-03T09:00:00Z</updated>%s%s</entry>
                """.formatted(
                        paper.id,
                        folded(paper.title),
                        folded(paper.summary),
                        each(paper.authors, "<author><name>%s</name></author>"),
                        each(paper.categories, "<category term=\"%s\"/>"));

        var article = AtomFeed.parse(bytes(Feeds.feed(entry)), TODAY).articles().get(0);

        same(paper, article);
        assertThat(article.version()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("hard")
    void comesWholeFromOai(Hard paper) throws IOException {
        var record = """
                <record><header><identifier>oai:arXiv.org:%s</identifier><datestamp>2026-04-10</datestamp></header>
                <metadata><arXiv xmlns="http://arxiv.org/OAI/arXiv/"><id>%s</id><created>2026-04-08</created>
                <authors>%s</authors><title>%s</title><categories>%s</categories><abstract>  %s
                </abstract></arXiv></metadata></record>""".formatted(
                        paper.id,
                        paper.id,
                        each(paper.authors, "<author><keyname>%s</keyname></author>"),
                        folded(paper.title),
                        String.join(" ", paper.categories),
                        folded(paper.summary));

        var read =
                OaiAnswer.parse(bytes(OaiPages.page(null, 1, record))).records().get(0);

        same(paper, read.sighting().onto(null, TODAY).orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("hard")
    void comesWholeFromTheSnapshotAndFromOurOwnLines(Hard paper) throws JsonProcessingException, BadLine {
        var snapshot = Map.of(
                "id", paper.id,
                "title", paper.title.replaceFirst(" ", "\n  "),
                "abstract", "  " + paper.summary + "\n",
                "categories", String.join(" ", paper.categories),
                "authors_parsed",
                        paper.authors.stream()
                                .map(name -> List.of(name, "", ""))
                                .toList(),
                "versions", List.of(Map.of("version", "v1", "created", "Mon, 2 Mar 2026 19:18:42 GMT")));
        var own = Map.of(
                "id", "arXiv:" + paper.id + "v3",
                "title", paper.title,
                "abstract", paper.summary,
                "authors", paper.authors,
                "categories", paper.categories);

        same(paper, SnapshotLine.of(JSON.valueToTree(snapshot)).orElseThrow().article(TODAY));
        same(paper, new ImportLine(JSON.valueToTree(own)).article(TODAY));
    }

    @ParameterizedTest
    @MethodSource("hard")
    void comesWholeFromTheFeed(Hard paper) throws IOException {
        var feed = """
                <rss version="2.0" xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/">
                <channel><pubDate>Mon, 13 Apr 2026 00:00:00 -0400</pubDate><item><title>%s</title>
                <description>arXiv:%sv1 Announce Type: new
                Abstract: %s</description><guid>oai:arXiv.org:%sv1</guid>%s<arxiv:announce_type>new</arxiv:announce_type>
                <dc:creator>%s</dc:creator></item></channel></rss>""".formatted(
                        folded(paper.title),
                        paper.id,
                        folded(paper.summary),
                        paper.id,
                        each(paper.categories, "<category>%s</category>"),
                        escaped(String.join(", ", paper.authors)));

        var item = FeedAnswer.parse(bytes(feed)).items().get(0);

        var article = item.sighting().onto(null, TODAY).orElseThrow();
        assertThat(article.title()).isEqualTo(paper.title);
        assertThat(article.summary()).isEqualTo(paper.summary);
        assertThat(article.categories()).isEqualTo(paper.categories);
        // the feed has commas between names, and some names have one in them
        assertThat(String.join(", ", article.authors())).isEqualTo(String.join(", ", paper.authors));
    }

    private static void same(Hard paper, Article article) {
        assertThat(article.id().value()).isEqualTo(paper.id);
        assertThat(article.title()).isEqualTo(paper.title);
        assertThat(article.summary()).isEqualTo(paper.summary);
        assertThat(article.authors()).isEqualTo(paper.authors);
        assertThat(article.categories()).isEqualTo(paper.categories);
        assertThat(article.primaryCategory()).isEqualTo(paper.categories.get(0));
    }

    private static String each(List<String> values, String form) {
        return values.stream().map(value -> form.formatted(escaped(value))).collect(Collectors.joining());
    }

    private static String folded(String text) {
        return escaped(text).replaceFirst(" ", "\n  ");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
