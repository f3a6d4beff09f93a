package org.articlerecommender.embedding;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.embedding.VectorTable.Lacking;
import org.articlerecommender.nearest.Row;
import org.articlerecommender.platform.Progress;
import org.articlerecommender.platform.StoreUnavailable;

/**
 * Makes the vectors that articles lack.
 *
 * <p>It asks the store what is lacking and stores after every few hundred, so that a run cut off anywhere loses next to
 * nothing. A text that was embedded before with the same model is not embedded again, whichever article it belongs to.
 */
@ApplicationScoped
public class Embedding {

    private static final int AT_ONCE = 256;

    private final VectorTable table;
    private final ServingEmbedder embedder;
    private final ArticleVectors vectors;
    private final EmbeddingConfig config;

    Embedding(VectorTable table, ServingEmbedder embedder, ArticleVectors vectors, EmbeddingConfig config) {
        this.table = table;
        this.embedder = embedder;
        this.vectors = vectors;
        this.config = config;
    }

    /**
     * Gives every article its vector under the configured model, newest announcement first, and lets that model take over
     * as soon as all articles of the current window have one.
     *
     * @return how many articles got a vector
     * @throws StoreUnavailable if PostgreSQL does not answer; what was stored before stays
     */
    public int embedMissing(Progress progress) {
        var model = embedder.configured();
        long total = missing();
        int done = 0;
        long start = System.nanoTime();
        takeOverIfReady(model);
        try {
            for (var batch = table.lacking(model.model(), AT_ONCE);
                    !batch.isEmpty();
                    batch = table.lacking(model.model(), AT_ONCE)) {
                embed(model, batch);
                done += batch.size();
                takeOverIfReady(model);
                double seconds = (System.nanoTime() - start) / 1e9;
                progress.at(done, Math.max(total, done), "Embedding, %.0f articles a second".formatted(done / seconds));
            }
        } catch (SQLException e) {
            throw new StoreUnavailable("embedding articles", e);
        }
        return done;
    }

    /**
     * Gives these articles their vectors under the model that serves; when it returns, {@link ArticleVectors} has them.
     * Unknown articles are passed over.
     *
     * @return how many of them lacked one
     * @throws StoreUnavailable if PostgreSQL does not answer; what was stored before stays
     */
    public int embedNow(Collection<ArticleId> articles) {
        if (articles.isEmpty()) {
            return 0;
        }
        try {
            var lacking = table.lacking(embedder.model(), articles);
            for (int from = 0; from < lacking.size(); from += AT_ONCE) {
                embed(embedder.serving(), lacking.subList(from, Math.min(lacking.size(), from + AT_ONCE)));
            }
            if (vectors.of(articles).size() < articles.size()) {
                vectors.refresh();
            }
            return lacking.size();
        } catch (SQLException e) {
            throw new StoreUnavailable("embedding %d articles".formatted(articles.size()), e);
        }
    }

    /** How many articles have no vector of what they say now under the configured model. */
    public long missing() {
        try {
            return table.countLacking(embedder.configured().model());
        } catch (SQLException e) {
            throw new StoreUnavailable("counting articles without a vector", e);
        }
    }

    private void embed(Embedder model, List<Lacking> articles) throws SQLException {
        var texts = new LinkedHashMap<TextHash, String>();
        articles.forEach(article -> texts.put(TextHash.of(article.text()), article.text()));
        var known = table.vectors(model.model(), texts.keySet());
        var made = make(model, texts, known);
        table.save(model.model(), made, articles);
        var rows = new ArrayList<Row>(articles.size());
        for (var article : articles) {
            var hash = TextHash.of(article.text());
            var vector = made.containsKey(hash) ? made.get(hash) : known.get(hash);
            rows.add(new Row(
                    article.article(), hash.bytes(), article.announced().toEpochDay(), article.categories(), vector));
        }
        vectors.put(model.model(), rows);
    }

    private static Map<TextHash, float[]> make(
            Embedder model, Map<TextHash, String> texts, Map<TextHash, float[]> known) {
        var unknown =
                texts.keySet().stream().filter(hash -> !known.containsKey(hash)).toList();
        var made = new HashMap<TextHash, float[]>();
        if (!unknown.isEmpty()) {
            var vectors = model.embed(unknown.stream().map(texts::get).toList());
            for (int i = 0; i < unknown.size(); i++) {
                made.put(unknown.get(i), vectors.get(i));
            }
        }
        return made;
    }

    private void takeOverIfReady(Embedder model) {
        try {
            if (embedder.serving() != model && table.countUncovered(model.model(), config.windowDays()) == 0) {
                embedder.declareReady();
                vectors.refresh();
            }
        } catch (SQLException e) {
            throw new StoreUnavailable("counting what a new embedding model lacks", e);
        }
    }
}
