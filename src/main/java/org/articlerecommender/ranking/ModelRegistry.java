package org.articlerecommender.ranking;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.articlerecommender.features.FeatureVectors;
import org.articlerecommender.platform.Problem;
import org.articlerecommender.platform.StoreUnavailable;
import org.articlerecommender.ranking.TrainedModel.State;

/**
 * The models there are, the one that serves, and the one that challenges it on live lists.
 *
 * <p>What one replica promotes serves on the others within seconds. A model that cannot be used (its numbers are damaged,
 * or a feature it reads is gone or means something else now) is not taken over: what served before goes on serving, and
 * after a start the fallback does. Changes made at the same time happen one after the other.
 */
@ApplicationScoped
public class ModelRegistry {

    /**
     * What orders lists now.
     *
     * @param id of the model; null for the fallback
     * @param challenger of the model whose lines are drafted into live lists beside; null for none
     * @param complaint why a model that is marked active does not serve; null when all is well
     */
    public record Serving(String id, String challenger, String complaint) {}

    private final ModelTable table;
    private final LiveModels live;
    private final ModelReader reader;
    private final Clock clock;

    ModelRegistry(ModelTable table, LiveModels live, ModelReader reader, Clock clock) {
        this.table = table;
        this.live = live;
        this.reader = reader;
        this.clock = clock;
    }

    /** What orders lists now. */
    public Serving serving() {
        var now = live.now();
        return new Serving(id(now.champion()), id(now.challenger()), now.complaint());
    }

    /** The names that the serving model and its challenger read; none for the fallback. */
    List<String> read() {
        var now = live.now();
        var names = new ArrayList<String>();
        for (var one : new LiveModels.Loaded[] {now.champion(), now.challenger()}) {
            if (one != null) {
                names.addAll(one.model().names());
            }
        }
        names.removeIf(ScoringModel.POSITION::equals);
        return names;
    }

    /** What orders these candidates of one reader now: the active model or, without one, the fallback. */
    public Scorer serving(FeatureVectors values) {
        var now = live.asKnown().champion();
        return now == null ? fallback(values) : new Trained(now.id(), now.model(), values.names());
    }

    /** What challenges, over columns of these names; empty while nothing does. */
    Optional<Scorer> challenger(List<String> names) {
        return Optional.ofNullable(live.asKnown().challenger()).map(one -> new Trained(one.id(), one.model(), names));
    }

    /** What orders these candidates of one reader while no trained model does. */
    public Scorer fallback(FeatureVectors values) {
        return Fallback.over(values.names(), values.rows());
    }

    /** A model that is not in the registry yet, over the columns of these values. */
    public Scorer scorer(String id, ScoringModel model, FeatureVectors values) {
        return new Trained(id, model, values.names());
    }

    /** All models without their artefacts, the newest first. */
    public List<TrainedModel> all() {
        return asked("listing models", table::all);
    }

    public Optional<TrainedModel> find(String id) {
        // PostgreSQL takes no text with a zero in it, so no model has such an id
        return id.indexOf('\0') >= 0 ? Optional.empty() : asked("reading a model", () -> table.find(id));
    }

    /**
     * The numbers of a model.
     *
     * @throws Problem if there is no such model, or it cannot be used
     */
    public ScoringModel numbers(String id) {
        try {
            return reader.read(known(id));
        } catch (ModelUnusable e) {
            throw Problem.conflict("The model %s cannot serve: %s.".formatted(id, e.getMessage()));
        }
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
        place(id, State.ACTIVE, reason);
    }

    /**
     * Drafts a model's lines into live lists beside those of the one that serves; one that did so before no longer does.
     *
     * @throws Problem if there is no such model, it cannot be used, or it serves itself
     */
    public void challenge(String id, String reason) {
        if (known(id).state() == State.ACTIVE) {
            throw Problem.conflict("The model %s is active; it cannot challenge itself.".formatted(id));
        }
        place(id, State.CHALLENGER, reason);
    }

    /** Keeps a model from serving, with the reason. */
    public void refuse(String id, String reason) {
        done("refusing the model " + id, () -> table.decide(id, State.REFUSED, clock.instant(), reason));
    }

    /**
     * Ends a model's challenge.
     *
     * @throws Problem if it does not challenge
     */
    public void withdraw(String id, String reason) {
        withdraw(id, State.CHALLENGER, null, reason);
    }

    /**
     * Takes the active model back: its parent serves again or, where it has none that can be used, the fallback.
     *
     * @throws Problem if the model is not the active one
     */
    public void rollback(String id, String reason) {
        var parent = Optional.ofNullable(known(id).parent())
                .flatMap(this::find)
                .filter(reader::isUsable)
                .map(TrainedModel::id)
                .orElse(null);
        withdraw(id, State.ACTIVE, parent, reason);
    }

    /** Takes over what the store says now, if it is time to ask or {@code atOnce}. */
    void refresh(boolean atOnce) {
        live.refresh(atOnce);
    }

    private void place(String id, State role, String reason) {
        numbers(id);
        if (known(id).state() != role) {
            done("changing the model " + id, () -> table.place(id, role, clock.instant(), reason));
        }
        live.refresh(true);
    }

    private void withdraw(String id, State role, String successor, String reason) {
        var model = known(id);
        boolean changed =
                asked("changing the model " + id, () -> table.withdraw(id, role, successor, clock.instant(), reason));
        if (!changed) {
            throw Problem.conflict("The model %s is %s; only the %s can be taken back."
                    .formatted(id, model.state().label(), role == State.ACTIVE ? "active one" : "challenger"));
        }
        live.refresh(true);
    }

    private TrainedModel known(String id) {
        return find(id).orElseThrow(() -> Problem.notFound("There is no model " + id + "."));
    }

    private static String id(LiveModels.Loaded loaded) {
        return loaded == null ? null : loaded.id();
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
