package org.articlerecommender.recommend;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import org.articlerecommender.events.Event;
import org.articlerecommender.events.EventLog;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.platform.StoreUnavailable;

/**
 * Makes lists in the background that nobody is shown: some after the start, so that Java has compiled what makes them, and
 * one whenever there are other articles to choose from, so that these have been read before a reader comes.
 */
@ApplicationScoped
class Rehearsal {

    private final CandidateWindow window;
    private final Recommendations recommendations;
    private final EventLog log;
    private final RecommendConfig config;
    private Candidates rehearsed = Candidates.NONE;

    Rehearsal(CandidateWindow window, Recommendations recommendations, EventLog log, RecommendConfig config) {
        this.window = window;
        this.recommendations = recommendations;
        this.log = log;
        this.config = config;
    }

    @Scheduled(every = "5s", delayed = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void onSchedule() {
        if (config.rehearsals() == 0) {
            return;
        }
        try {
            rehearse();
        } catch (StoreUnavailable e) {
            Log.debugf("The next list is not prepared: %s", e.getMessage());
        }
    }

    private void rehearse() {
        var candidates = window.current();
        if (candidates == rehearsed || candidates.ids().isEmpty()) {
            return;
        }
        int times = rehearsed == Candidates.NONE ? config.rehearsals() : 1;
        var reader = lastReader();
        for (int i = 0; i < times; i++) {
            recommendations.rehearse(reader, config.length());
        }
        rehearsed = candidates;
    }

    // who was here last comes first again; null when nobody was here yet
    private ReaderId lastReader() {
        return log.newest(1).stream().map(Event::reader).findFirst().orElse(null);
    }
}
