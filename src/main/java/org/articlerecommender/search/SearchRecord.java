package org.articlerecommender.search;

import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.articlerecommender.events.Rankings;
import org.articlerecommender.events.ShownRanking;
import org.articlerecommender.platform.StoreUnavailable;
import org.articlerecommender.platform.TimeOrderedId;

/** Keeps the lists that searches answer. */
@Singleton
class SearchRecord {

    private final Rankings rankings;
    private final Clock clock;

    SearchRecord(Rankings rankings, Clock clock) {
        this.rankings = rankings;
        this.clock = clock;
    }

    /** The list as it was answered; the places count what was passed over. */
    ShownRanking keep(Search.Request request, String model, int found, List<Search.Item> items) {
        var lines = new ArrayList<ShownRanking.Item>();
        for (var item : items) {
            lines.add(new ShownRanking.Item(
                    request.offset() + lines.size() + 1,
                    item.article().id(),
                    item.score(),
                    1,
                    List.of(),
                    new double[0]));
        }
        var ranking = new ShownRanking(
                TimeOrderedId.at(clock.instant()),
                request.reader(),
                ShownRanking.Kind.SEARCH,
                request.query(),
                model,
                "default",
                clock.instant(),
                found,
                lines);
        try {
            rankings.save(ranking);
        } catch (StoreUnavailable e) {
            Log.warnf("A search result is shown without its record: %s", e.getMessage());
        }
        return ranking;
    }
}
