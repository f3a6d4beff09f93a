package org.articlerecommender.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.articlerecommender.catalog.ArticleId;

/** One state of a {@link WordIndex}, to be asked several times with the same answer. */
final class WordSearch {

    /** An article and how well its words fit, above 0. */
    record Hit(ArticleId article, double score) {}

    private final IndexSearcher searcher;

    WordSearch(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    /** The best articles, best first; equally good ones as they came into the index. */
    List<Hit> best(Query query, int most) throws IOException {
        return hits(searcher.search(query, most).scoreDocs);
    }

    /** The newest articles, by the day of their announcement. */
    List<ArticleId> newest(Query query, int most) throws IOException {
        var byDay = new Sort(new SortField(WordQueries.DAY, SortField.Type.LONG, true));
        return hits(searcher.search(query, most, byDay).scoreDocs).stream()
                .map(Hit::article)
                .toList();
    }

    /** How well those of the articles fit that the query finds. */
    Map<ArticleId, Double> scores(Query query, List<ArticleId> articles) throws IOException {
        var ids =
                articles.stream().map(article -> new BytesRef(article.value())).toList();
        var both = new BooleanQuery.Builder()
                .add(query, Occur.MUST)
                .add(new TermInSetQuery(WordIndex.ID, ids), Occur.FILTER)
                .build();
        var scores = new HashMap<ArticleId, Double>();
        if (!articles.isEmpty()) {
            best(both, articles.size()).forEach(hit -> scores.put(hit.article(), hit.score()));
        }
        return scores;
    }

    int count(Query query) throws IOException {
        return searcher.count(query);
    }

    /** Every article that the query finds. */
    Set<ArticleId> every(Query query) throws IOException {
        return searcher.search(query, new CollectorManager<Ids, Set<ArticleId>>() {
            @Override
            public Ids newCollector() {
                return new Ids();
            }

            @Override
            public Set<ArticleId> reduce(Collection<Ids> parts) {
                var all = new HashSet<ArticleId>();
                parts.forEach(part -> all.addAll(part.found));
                return all;
            }
        });
    }

    private static final class Ids extends SimpleCollector {

        private final Set<ArticleId> found = new HashSet<>();
        private BinaryDocValues ids;

        @Override
        protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
            ids = leaf.reader().getBinaryDocValues(WordIndex.ID);
        }

        @Override
        public void collect(int document) throws IOException {
            if (ids.advanceExact(document)) {
                found.add(new ArticleId(ids.binaryValue().utf8ToString()));
            }
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }

    private List<Hit> hits(ScoreDoc[] found) throws IOException {
        var leaves = searcher.getIndexReader().leaves();
        var hits = new ArrayList<Hit>(found.length);
        for (var one : found) {
            var leaf = leaves.get(ReaderUtil.subIndex(one.doc, leaves));
            var ids = leaf.reader().getBinaryDocValues(WordIndex.ID);
            ids.advanceExact(one.doc - leaf.docBase);
            hits.add(new Hit(new ArticleId(ids.binaryValue().utf8ToString()), one.score));
        }
        return hits;
    }
}
