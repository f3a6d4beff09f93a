package org.articlerecommender.search;

import java.io.Closeable;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.articlerecommender.catalog.Article;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.Terms;

/** The words of articles, in one directory of Lucene. Changes are found at once and survive from the next commit on. */
final class WordIndex implements Closeable {

    static final String ID = "id";
    private static final double BUFFER_MB = 32;

    private final IndexWriter writer;
    private final SearcherManager searchers;

    /** @throws IOException if the directory holds something that is no index, or another process has it open */
    WordIndex(Directory directory, Analyzer analyzer, WordRanking ranking) throws IOException {
        var config = new IndexWriterConfig(
                        new PerFieldAnalyzerWrapper(analyzer, Map.of(WordQueries.AUTHOR, Terms.NAMES)))
                .setSimilarity(new BM25Similarity(ranking.k1(), ranking.b()))
                .setRAMBufferSizeMB(BUFFER_MB)
                .setCommitOnClose(false);
        this.writer = new IndexWriter(directory, config);
        this.searchers = new SearcherManager(writer, new SearcherFactory() {
            @Override
            public IndexSearcher newSearcher(IndexReader reader, IndexReader before) {
                var searcher = new IndexSearcher(reader);
                searcher.setSimilarity(config.getSimilarity());
                return searcher;
            }
        });
    }

    /** Takes in what is new and replaces what changed. */
    void put(Collection<Article> articles) throws IOException {
        for (var article : articles) {
            writer.updateDocument(new Term(ID, article.id().value()), document(article));
        }
        searchers.maybeRefreshBlocking();
    }

    void remove(Collection<ArticleId> articles) throws IOException {
        writer.deleteDocuments(
                articles.stream().map(article -> new Term(ID, article.value())).toArray(Term[]::new));
        searchers.maybeRefreshBlocking();
    }

    /** What was said at the last commit; empty for an index that is new. */
    Map<String, String> said() {
        var said = new HashMap<String, String>();
        var data = writer.getLiveCommitData();
        if (data != null) {
            data.forEach(entry -> said.put(entry.getKey(), entry.getValue()));
        }
        return said;
    }

    /** Makes the state survive, together with what it is a state of. */
    void commit(Map<String, String> saying) throws IOException {
        writer.setLiveCommitData(saying.entrySet());
        writer.commit();
    }

    int size() {
        return writer.getDocStats().numDocs;
    }

    /** One consistent state of the index, for as long as the work takes. */
    <T> T read(Reading<T> work) throws IOException {
        var searcher = searchers.acquire();
        try {
            return work.with(new WordSearch(searcher));
        } finally {
            searchers.release(searcher);
        }
    }

    @FunctionalInterface
    interface Reading<T> {
        T with(WordSearch search) throws IOException;
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.close();
    }

    private static Document document(Article article) {
        var document = new Document();
        document.add(new StringField(ID, article.id().value(), Field.Store.NO));
        document.add(new BinaryDocValuesField(ID, new BytesRef(article.id().value())));
        document.add(new TextField(WordQueries.TEXT, article.text(), Field.Store.NO));
        document.add(new TextField(WordQueries.TITLE, article.title(), Field.Store.NO));
        article.authors().forEach(author -> document.add(new TextField(WordQueries.AUTHOR, author, Field.Store.NO)));
        categories(article).forEach(name -> document.add(new StringField(WordQueries.CATEGORY, name, Field.Store.NO)));
        long day = article.announced().toEpochDay();
        document.add(new LongPoint(WordQueries.DAY, day));
        document.add(new NumericDocValuesField(WordQueries.DAY, day));
        return document;
    }

    // an archive stands for all of its categories
    private static Set<String> categories(Article article) {
        var names = new TreeSet<String>();
        for (var category : article.categories()) {
            var name = category.toLowerCase(Locale.ROOT);
            names.add(name);
            int dot = name.indexOf('.');
            if (dot > 0) {
                names.add(name.substring(0, dot));
            }
        }
        return names;
    }
}
