package org.articlerecommender.ranking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.articlerecommender.features.FeatureVectors;
import org.articlerecommender.platform.Problem;
import org.articlerecommender.platform.StoreUnavailable;
import org.articlerecommender.ranking.TrainedModel.State;

/**
 * The models there are, and the one that serves.
 *
 * <p>What one replica promotes serves on the others within seconds. A model that cannot be used (its numbers are damaged,
 * or a feature it reads is gone or means something else now) is not taken over: what served before goes on serving, and
 * after a start the fallback does.
 */
@ApplicationScoped
public class ModelRegistry {

    /**
     * What orders lists now.
     *
     * @param id of the model; null for the fallback
     * @param complaint why a model that is marked active does not serve; null when all is well
     */
    public record Serving(String id, String complaint) {}

    private record Loaded(String id, String sha256, ScoringModel model) {}

    private final ModelTable table;
    private final ServedFeatures features;
    private final ObjectMapper json;
    private final Clock clock;
    private final long refreshNanos;
    private final AtomicLong checkedAt = new AtomicLong();
    private volatile boolean checked;
    private volatile Loaded loaded;
    private volatile String complaint;

    ModelRegistry(ModelTable table, ServedFeatures features, ObjectMapper json, Clock clock, RankingConfig config) {
        this.table = table;
        this.features = features;
        this.json = json;
        this.clock = clock;
        this.refreshNanos = config.refreshEvery().toNanos();
    }

    /** What orders lists now. */
    public Serving serving() {
        refresh(false);
        var now = loaded;
        return new Serving(now == null ? null : now.id, complaint);
    }

    /** The names that the serving model reads; none for the fallback. */
    List<String> read() {
        refresh(false);
        var now = loaded;
        return now == null ? List.of() : now.model.names();
    }

    /** What orders these candidates of one reader now: the active model or, without one, the fallback. */
    public Scorer serving(FeatureVectors values) {
        var now = loaded;
        return now == null ? fallback(values) : new Trained(now.id, now.model, values.names());
    }

    /** What orders these candidates of one reader while no trained model does. */
    public Scorer fallback(FeatureVectors values) {
        return Fallback.over(values.names(), values.rows());
    }

    /** A model that is not in the registry yet, over the columns of these values. */
    public Scorer scorer(String id, ScoringModel model, FeatureVectors values) {
        return new Trained(id, model, values.names());
    }

    /** All models, the newest first. */
    public List<TrainedModel> all() {
        return asked("listing models", table::all);
    }

    public Optional<TrainedModel> find(String id) {
        // PostgreSQL takes no text with a zero in it, so no model has such an id
        return id.indexOf('\0') >= 0 ? Optional.empty() : asked("reading a model", () -> table.find(id));
    }

    /** Keeps a newly trained model; it does not serve yet. */
    public void add(TrainedModel model) {
        done("storing the model " + model.id(), () -> table.insert(model));
    }

    /**
     * Makes a model the one that serves.
     *
     * @throws Problem if there is no such model, or it cannot be used; what served before goes on serving
     */
    public void promote(String id, String reason) {
        var model = find(id).orElseThrow(() -> Problem.notFound("There is no model " + id + "."));
        try {
            check(model);
        } catch (ModelUnusable e) {
            throw Problem.conflict("The model %s cannot serve: %s.".formatted(id, e.getMessage()));
        }
        if (model.state() != State.ACTIVE) {
            done("promoting the model " + id, () -> table.activate(id, clock.instant(), reason));
        }
        refresh(true);
    }

    /** Keeps a model from serving, with the reason. */
    public void refuse(String id, String reason) {
        done("refusing the model " + id, () -> table.decide(id, State.REFUSED, clock.instant(), reason));
    }

    /**
     * Takes the active model back: its parent serves again or, where it has none that can be used, the fallback.
     *
     * @throws Problem if the model is not the active one
     */
    public void rollback(String id) {
        var model = find(id).orElseThrow(() -> Problem.notFound("There is no model " + id + "."));
        if (model.state() != State.ACTIVE) {
            throw Problem.conflict("The model %s is %s; only the active one can be rolled back."
                    .formatted(id, model.state().label()));
        }
        var parent = Optional.ofNullable(model.parent()).flatMap(this::find).filter(this::isUsable);
        var now = clock.instant();
        done("rolling the model " + id + " back", () -> {
            if (parent.isPresent()) {
                table.activate(parent.get().id(), now, "Rolled back to from " + id);
            } else {
                table.decide(id, State.RETIRED, now, "Rolled back to the fallback");
            }
        });
        refresh(true);
    }

    /** Takes over what the store says now, if it is time to ask or {@code atOnce}. */
    void refresh(boolean atOnce) {
        long last = checkedAt.get();
        long now = System.nanoTime();
        boolean due = atOnce || !checked || now - last > refreshNanos;
        if (!due || (!checkedAt.compareAndSet(last, now) && !atOnce)) {
            return;
        }
        checked = true;
        try {
            take(table.active());
        } catch (SQLException e) {
            Log.debugf("The model stays as it is: %s", e.getMessage());
        }
    }

    private synchronized void take(Optional<TrainedModel> active) {
        if (active.isEmpty()) {
            loaded = null;
            complaint = null;
            return;
        }
        var model = active.get();
        var before = loaded;
        try {
            // checked again even when it is the same: its row may have been damaged since
            var scoring = check(model);
            complaint = null;
            if (before == null || !before.id.equals(model.id()) || !before.sha256.equals(model.sha256())) {
                loaded = new Loaded(model.id(), model.sha256(), scoring);
                Log.infof("The model %s serves now", model.id());
            }
        } catch (ModelUnusable e) {
            var sentence = "The model %s is marked active and cannot serve: %s.".formatted(model.id(), e.getMessage());
            if (!sentence.equals(complaint)) {
                Log.warnf("%s %s goes on.", sentence, before == null ? "The fallback" : before.id);
            }
            complaint = sentence;
        }
    }

    private boolean isUsable(TrainedModel model) {
        try {
            check(model);
            return true;
        } catch (ModelUnusable e) {
            return false;
        }
    }

    private ScoringModel check(TrainedModel model) throws ModelUnusable {
        ScoringModel scoring;
        try {
            scoring = json.treeToValue(model.artefact(), ScoringModel.class);
        } catch (JsonProcessingException e) {
            throw new ModelUnusable("its artefact is not a model");
        }
        if (scoring == null || !scoring.digest().equals(model.sha256())) {
            throw new ModelUnusable("its artefact is not the one that was stored");
        }
        for (var feature : scoring.features()) {
            var hash = features.hash(feature.name())
                    .orElseThrow(() -> new ModelUnusable("there is no feature " + feature.name() + " any more"));
            if (!hash.equals(feature.hash())) {
                throw new ModelUnusable("the definition of " + feature.name() + " has changed since it was trained");
            }
        }
        return scoring;
    }

    private static final class ModelUnusable extends Exception {

        private static final long serialVersionUID = 1L;

        ModelUnusable(String message) {
            super(message);
        }
    }

    private interface Ask<T> {
        T ask() throws SQLException;
    }

    private interface Write {
        void write() throws SQLException;
    }

    private static <T> T asked(String doing, Ask<T> ask) {
        try {
            return ask.ask();
        } catch (SQLException e) {
            throw new StoreUnavailable(doing, e);
        }
    }

    private static void done(String doing, Write write) {
        try {
            write.write();
        } catch (SQLException e) {
            throw new StoreUnavailable(doing, e);
        }
    }
}
