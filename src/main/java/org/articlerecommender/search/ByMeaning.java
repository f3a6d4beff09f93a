package org.articlerecommender.search;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.embedding.ArticleVectors;
import org.articlerecommender.embedding.DotProduct;
import org.articlerecommender.embedding.TextVectors;

/** Puts arXiv's results in order by meaning. */
@Singleton
class ByMeaning {

    private final TextVectors texts;
    private final ArticleVectors vectors;

    ByMeaning(TextVectors texts, ArticleVectors vectors) {
        this.texts = texts;
        this.vectors = vectors;
    }

    // as the original reranked arXiv's results (SEED U4), but by title and abstract where we have their vector
    /** All of the articles, those first that mean what the words mean; as they came when there are no words. */
    List<Search.Item> order(List<Article> articles, String words) {
        var items = new ArrayList<Search.Item>();
        if (words.isBlank()) {
            articles.forEach(article -> items.add(new Search.Item(article, 1.0 / (items.size() + 1))));
            return items;
        }
        var asked = texts.of(words);
        var known = vectors.of(articles.stream().map(Article::id).toList());
        var titles = texts.of(articles.stream().map(Article::title).toList());
        for (int i = 0; i < articles.size(); i++) {
            var vector = known.getOrDefault(articles.get(i).id(), titles.get(i));
            items.add(new Search.Item(articles.get(i), DotProduct.of(asked, vector)));
        }
        items.sort(Comparator.comparingDouble(Search.Item::score).reversed());
        return items;
    }
}
