package org.articlerecommender.ranking;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.articlerecommender.ranking.TrainedModel.State;

/**
 * The models in memory that score now: the active one and its challenger. Follows the store within seconds; a model that
 * cannot be used is not taken over, and what scored before goes on.
 */
@ApplicationScoped
class LiveModels {

    record Loaded(String id, ScoringModel model) {}

    /** @param champion null for the fallback; {@code complaint} null when all is well */
    record Now(Loaded champion, Loaded challenger, String complaint) {}

    private final ModelTable table;
    private final ModelReader reader;
    private final long refreshNanos;
    private final AtomicLong checkedAt = new AtomicLong();
    private volatile boolean checked;
    private volatile Now now = new Now(null, null, null);
    private List<ModelTable.Placed> taken = List.of();

    LiveModels(ModelTable table, ModelReader reader, RankingConfig config) {
        this.table = table;
        this.reader = reader;
        this.refreshNanos = config.refreshEvery().toNanos();
    }

    Now now() {
        refresh(false);
        return now;
    }

    /** Without asking the store, so that one request works with one state. */
    Now asKnown() {
        return now;
    }

    /** Takes over what the store says now, if it is time to ask or {@code atOnce}. */
    void refresh(boolean atOnce) {
        long last = checkedAt.get();
        long time = System.nanoTime();
        boolean due = atOnce || !checked || time - last > refreshNanos;
        if (!due || (!checkedAt.compareAndSet(last, time) && !atOnce)) {
            return;
        }
        checked = true;
        try {
            take(table.placed());
        } catch (SQLException e) {
            Log.debugf("The models stay as they are: %s", e.getMessage());
        }
    }

    private synchronized void take(List<ModelTable.Placed> placed) throws SQLException {
        if (placed.equals(taken)) {
            return;
        }
        var before = now;
        var complaint = new StringBuilder();
        var champion = load(placed, State.ACTIVE, before.champion, complaint);
        var challenger = load(placed, State.CHALLENGER, null, complaint);
        now = new Now(champion, challenger, complaint.isEmpty() ? null : complaint.toString());
        taken = placed;
        if (champion != before.champion) {
            Log.infof("%s orders lists now", champion == null ? "The fallback" : "The model " + champion.id);
        }
    }

    private Loaded load(List<ModelTable.Placed> placed, State role, Loaded before, StringBuilder complaint)
            throws SQLException {
        var wanted = placed.stream().filter(one -> one.state() == role).findFirst();
        var stored = wanted.isEmpty()
                ? Optional.<TrainedModel>empty()
                : table.find(wanted.get().id());
        if (stored.isEmpty()) {
            return null;
        }
        try {
            return new Loaded(stored.get().id(), reader.read(stored.get()));
        } catch (ModelUnusable e) {
            var sentence = "The model %s is marked %s and cannot serve: %s."
                    .formatted(stored.get().id(), role.label(), e.getMessage());
            Log.warnf("%s %s goes on.", sentence, before == null ? "The fallback" : before.id);
            complaint.append(complaint.isEmpty() ? "" : " ").append(sentence);
            return before;
        }
    }
}
