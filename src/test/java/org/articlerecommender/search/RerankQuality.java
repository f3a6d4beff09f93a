package org.articlerecommender.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.articlerecommender.bench.Calls;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.catalog.ArticleId;

/** nDCG@10 of the best by words as an instance reranks them over REST, beside the order by words. */
final class RerankQuality {

    private static final int RERANKED = 100;

    private final Calls calls;
    private final Map<ArticleId, Article> articles = new HashMap<>();

    private RerankQuality(Calls calls, Judged judged) {
        this.calls = calls;
        judged.articles().forEach(one -> articles.put(one.id(), one));
    }

    public static void main(String[] arguments) throws IOException {
        var judged = Judged.in(Path.of(arguments[1]));
        var words = new LinkedHashMap<String, List<ArticleId>>();
        judged.byWords(WordRanking.CHOSEN, RERANKED)
                .forEach((query, hits) -> words.put(
                        query, hits.stream().map(WordSearch.Hit::article).toList()));
        var instance = new RerankQuality(new Calls(URI.create(arguments[0])), judged);
        var byWords = judged.measure("BM25, as search has it", words::get);
        var reranked = judged.measure(
                "its best %d, reranked".formatted(RERANKED),
                query -> instance.rerank(judged.queries().get(query), words.get(query)));
        System.out.printf("%d queries; nDCG@10 [95 %% over queries], paired%n", words.size());
        System.out.printf("| %s | %s | |%n", byWords.name(), byWords.interval());
        System.out.printf("| %s | %s | %s |%n", reranked.name(), reranked.interval(), reranked.against(byWords));
    }

    private List<ArticleId> rerank(String query, List<ArticleId> documents) {
        if (documents.isEmpty()) {
            return documents;
        }
        var texts = documents.stream()
                .map(id -> Map.of(
                        "id", id.value(),
                        "title", articles.get(id).title(),
                        "abstract", articles.get(id).summary()))
                .toList();
        try {
            var asked = calls.postJson("/api/v1/rerank", Map.of("query", query, "documents", texts));
            return calls.json(asked).get("results").findValuesAsText("id").stream()
                    .map(ArticleId::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
