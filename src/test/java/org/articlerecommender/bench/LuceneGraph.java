package org.articlerecommender.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.articlerecommender.catalog.ArticleId;

/** Lucene's HNSW graph over the same vectors, with the settings that Lucene comes with. */
class LuceneGraph implements Search, AutoCloseable {

    private static final int PART = 20_000;

    private final Directory directory;
    private final DirectoryReader reader;
    private final double buildSeconds;
    private final double megabytes;

    private LuceneGraph(Directory directory, double buildSeconds, double megabytes) throws IOException {
        this.directory = directory;
        this.reader = DirectoryReader.open(directory);
        this.buildSeconds = buildSeconds;
        this.megabytes = megabytes;
    }

    static LuceneGraph build(Path place, VectorCorpus corpus, int size) throws IOException {
        var directory = new MMapDirectory(place);
        long start = System.nanoTime();
        try (var writer = new IndexWriter(directory, new IndexWriterConfig().setRAMBufferSizeMB(1900))) {
            for (int from = 0; from < size; from += PART) {
                for (var row : corpus.rows(from, Math.min(size, from + PART))) {
                    var document = new Document();
                    document.add(new KnnFloatVectorField("vector", row.vector(), VectorSimilarityFunction.DOT_PRODUCT));
                    document.add(new StoredField("id", row.article().value()));
                    writer.addDocument(document);
                }
            }
            writer.forceMerge(1);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        long bytes = 0;
        try (var files = Files.list(place)) {
            for (var file : files.toList()) {
                bytes += Files.size(file);
            }
        }
        return new LuceneGraph(directory, seconds, bytes / 1e6);
    }

    double buildSeconds() {
        return buildSeconds;
    }

    double megabytes() {
        return megabytes;
    }

    @Override
    public List<ArticleId> nearest(float[] query, int count) throws IOException {
        var searcher = new IndexSearcher(reader);
        var found = new ArrayList<ArticleId>(count);
        for (var hit : searcher.search(new KnnFloatVectorQuery("vector", query, count), count).scoreDocs) {
            found.add(new ArticleId(reader.storedFields().document(hit.doc).get("id")));
        }
        return found;
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
    }
}
