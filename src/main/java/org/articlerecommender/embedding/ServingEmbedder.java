package org.articlerecommender.embedding;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.articlerecommender.embedding.ServingTable.Serving;
import org.articlerecommender.platform.StoreUnavailable;

/**
 * The model that serves, and the configured one that is to take over from it; mostly they are the same.
 *
 * <p>The model that ships is opened when it is first used, one in a directory at the start, so that a directory that does
 * not hold one is refused there.
 */
@ApplicationScoped
class ServingEmbedder implements Embedder {

    private final EmbeddingConfig config;
    private final ServingTable table;
    private final ModelOpener opener;
    private ModelFiles configuredFiles;
    private Embedder configured;
    private volatile Embedder serving;

    ServingEmbedder(EmbeddingConfig config, ServingTable table, ModelOpener opener) {
        this.config = config;
        this.table = table;
        this.opener = opener;
    }

    // Before anything else starts to work: a directory that holds no model ends the start
    void onStart(@Observes @Priority(1) StartupEvent started) {
        if (config.modelDir().isPresent()) {
            configured();
        }
    }

    @PreDestroy
    synchronized void close() {
        close(serving);
        if (configured != serving) {
            close(configured);
        }
    }

    @Override
    public String model() {
        return serving().model();
    }

    @Override
    public int dimension() {
        return serving().dimension();
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        return serving().embed(texts);
    }

    /** The model of the vectors that are served. */
    Embedder serving() {
        var now = serving;
        return now == null ? choose() : now;
    }

    /** The model that the settings name. */
    synchronized Embedder configured() {
        if (configured == null) {
            configuredFiles = ModelFiles.in(config.modelDir().map(Path::of));
            configured = opener.open(configuredFiles, limits(config.maxTokens()));
        }
        return configured;
    }

    /** Says to all replicas that are configured alike that the configured model is ready to serve. */
    synchronized void declareReady() {
        try {
            table.write(new Serving(configured().model(), configuredFiles.directory(), config.maxTokens()));
        } catch (SQLException e) {
            throw new StoreUnavailable("changing the embedding model", e);
        }
    }

    /** Whether the configured model is ready to serve and another one still does here. */
    boolean takeOverIsDue() {
        if (serving() == configured()) {
            return false;
        }
        try {
            return table.read()
                    .map(Serving::model)
                    .equals(Optional.of(configured().model()));
        } catch (SQLException e) {
            throw new StoreUnavailable("reading which embedding model serves", e);
        }
    }

    /** From now on the configured model serves. The one before stays open until the end: requests may be in it. */
    synchronized void takeOver() {
        Log.infof("The embedding model %s serves from now on", configured().model());
        serving = configured();
    }

    private static void close(Embedder model) {
        if (model instanceof SentenceModel opened) {
            opened.close();
        }
    }

    private synchronized Embedder choose() {
        if (serving != null) {
            return serving;
        }
        var wanted = configured();
        try {
            var before = table.read();
            if (before.isPresent() && !before.get().model().equals(wanted.model())) {
                serving = reopen(before.get()).orElse(null);
            }
        } catch (SQLException e) {
            throw new StoreUnavailable("reading which embedding model serves", e);
        }
        if (serving == null) {
            declareReady();
            takeOver();
        }
        return serving;
    }

    private Optional<Embedder> reopen(Serving before) {
        try {
            var files = ModelFiles.in(before.directory());
            for (var limits :
                    List.of(limits(before.tokens()), limits(before.tokens()).asItCame())) {
                if (SentenceModel.id(files, limits).equals(before.model())) {
                    var model = opener.open(files, limits);
                    if (model.model().equals(before.model())) {
                        Log.infof("The embedding model %s serves until %s is ready", model.model(), configured.model());
                        return Optional.of(model);
                    }
                    close(model);
                }
            }
        } catch (ModelUnusable e) {
            Log.debugf(e, "The embedding model %s does not open any more", before.model());
        }
        Log.warnf(
                "The files of the embedding model %s are gone: %s takes over at once, and articles are found by meaning"
                        + " again as they are embedded",
                before.model(), configured.model());
        return Optional.empty();
    }

    private SentenceModel.Limits limits(int tokens) {
        int threads = config.threads() == 0 ? Runtime.getRuntime().availableProcessors() : config.threads();
        return new SentenceModel.Limits(tokens, config.batchSize(), threads, true);
    }
}
