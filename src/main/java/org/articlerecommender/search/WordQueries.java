package org.articlerecommender.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.articlerecommender.catalog.Terms;

/** Says in Lucene's terms what a {@link SearchQuery} asks for. */
final class WordQueries {

    static final String TEXT = "text";
    static final String TITLE = "title";
    static final String AUTHOR = "author";
    static final String CATEGORY = "category";
    static final String DAY = "day";

    static final Query EVERYTHING = new MatchAllDocsQuery();

    // a middle name, or the last name first
    private static final int NAME_SLOP = 3;
    private static final int MOST_TERMS = 200;

    private final Analyzer analyzer;
    private final WordRanking ranking;

    WordQueries(Analyzer analyzer, WordRanking ranking) {
        this.analyzer = analyzer;
        this.ranking = ranking;
    }

    /** Any of the words, within the filters; the words decide the score. No words: whatever the filters let through. */
    Query any(SearchQuery asked) {
        var query = filters(asked);
        var words = new BooleanQuery.Builder();
        int count = 0;
        for (var term : terms(analyzer, asked.words())) {
            words.add(new TermQuery(new Term(TEXT, term)), Occur.SHOULD);
            words.add(boosted(new TermQuery(new Term(TITLE, term)), ranking.title()), Occur.SHOULD);
            count++;
        }
        for (var name : terms(Terms.NAMES, asked.words())) {
            words.add(boosted(new TermQuery(new Term(AUTHOR, name)), ranking.author()), Occur.SHOULD);
            count++;
        }
        if (count > 0) {
            query.add(words.build(), Occur.MUST);
        }
        return query.build();
    }

    /** All of the words, each in title, abstract or authors, within the filters. */
    Query all(SearchQuery asked) {
        var query = filters(asked);
        for (var place : Terms.places(Terms.NAMES, asked.words()).stream()
                .limit(MOST_TERMS)
                .toList()) {
            var word = new BooleanQuery.Builder();
            var stems = terms(analyzer, place.term());
            stems.forEach(term -> word.add(new TermQuery(new Term(TEXT, term)), Occur.SHOULD));
            word.add(new TermQuery(new Term(AUTHOR, place.term())), Occur.SHOULD);
            // a word that is none for titles and abstracts, like "the", is not asked for
            if (!stems.isEmpty()) {
                query.add(word.build(), Occur.FILTER);
            }
        }
        return query.build();
    }

    /** Only the filters. */
    BooleanQuery.Builder filters(SearchQuery asked) {
        var query = new BooleanQuery.Builder();
        query.add(EVERYTHING, Occur.FILTER);
        for (var phrase : asked.phrases()) {
            add(query, Occur.FILTER, TEXT, Terms.places(analyzer, phrase), 0);
        }
        for (var word : asked.without()) {
            add(query, Occur.MUST_NOT, TEXT, Terms.places(analyzer, word), 0);
        }
        for (var author : asked.authors()) {
            add(query, Occur.FILTER, AUTHOR, names(author), NAME_SLOP);
        }
        for (var category : asked.categories()) {
            query.add(new TermQuery(new Term(CATEGORY, category.toLowerCase(Locale.ROOT))), Occur.FILTER);
        }
        if (asked.from() != null || asked.to() != null) {
            query.add(
                    LongPoint.newRangeQuery(
                            DAY,
                            asked.from() == null ? Long.MIN_VALUE : asked.from().toEpochDay(),
                            asked.to() == null ? Long.MAX_VALUE : asked.to().toEpochDay()),
                    Occur.FILTER);
        }
        return query;
    }

    // "A. Lovelace" finds Ada Lovelace too
    private static List<Terms.Place> names(String author) {
        var all = Terms.places(Terms.NAMES, author);
        var names = all.stream().filter(name -> name.term().length() > 1).toList();
        return names.isEmpty() ? all : names;
    }

    private static LinkedHashSet<String> terms(Analyzer analyzer, String text) {
        var terms = new LinkedHashSet<String>();
        Terms.places(analyzer, text).stream().limit(MOST_TERMS).forEach(place -> terms.add(place.term()));
        return terms;
    }

    private static Query boosted(Query query, float weight) {
        return new BoostQuery(query, weight);
    }

    private static void add(BooleanQuery.Builder query, Occur occur, String field, List<Terms.Place> words, int slop) {
        if (words.size() == 1) {
            query.add(new TermQuery(new Term(field, words.get(0).term())), occur);
        } else if (!words.isEmpty()) {
            var phrase = new PhraseQuery.Builder().setSlop(slop);
            words.forEach(word -> phrase.add(new Term(field, word.term()), word.position()));
            query.add(phrase.build(), occur);
        }
    }
}
