package org.articlerecommender.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.articlerecommender.catalog.Article;

/** The categories of what was found, the most frequent first, each as a link to only those. */
final class Facets {

    private static final int MOST = 8;

    private Facets() {}

    static List<SearchPage.Choice> of(Collection<Article> articles, SearchForm form) {
        var counts = new TreeMap<String, Integer>();
        articles.forEach(article -> article.categories().forEach(name -> counts.merge(name, 1, Integer::sum)));
        var choices = new ArrayList<SearchPage.Choice>();
        if (form.category() != null && !form.category().isBlank()) {
            choices.add(new SearchPage.Choice(
                    form.category().strip(), form.within(null).address(), true));
        }
        counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.<Integer>reverseOrder()))
                .filter(entry -> !entry.getKey().equalsIgnoreCase(form.category()))
                // a link that leads to the same list is none
                .filter(entry -> entry.getValue() < articles.size())
                .limit(MOST)
                .forEach(entry -> choices.add(new SearchPage.Choice(
                        "%s %d".formatted(entry.getKey(), entry.getValue()),
                        form.within(entry.getKey()).address(),
                        false)));
        return choices;
    }
}
