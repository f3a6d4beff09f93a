package org.articlerecommender.events;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Reads a log file of the original (SEED 1.7) into events and the lists they happened in.
 *
 * <p>Every line is its own event, with the time it was logged at. A {@code recommendations} or {@code search} line begins a
 * list of its reader; what follows of that reader belongs to it, because the original logs the whole page again whenever it
 * is drawn (E3). A line that cannot be read costs that line only. Ids follow from the content, so that reading a
 * file again gives the same events.
 */
class SeedLog {

    /** A line that was left out, counted from 1. */
    record Rejected(int line, String reason) {}

    private final List<SeedLogLine> lines = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();
    private final Map<ReaderId, Draft> open = new HashMap<>();
    private final List<Draft> drafts = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private int count;

    static SeedLog read(Iterable<String> text) {
        var log = new SeedLog();
        text.forEach(log::add);
        return log;
    }

    private void add(String text) {
        count++;
        if (text.isBlank()) {
            return;
        }
        try {
            var line = SeedLogLine.parse(text);
            var id = idOf(text);
            lines.add(line);
            if (!line.action().aboutArticle()) {
                var draft = new Draft(id, line);
                open.put(line.user(), draft);
                drafts.add(draft);
            }
            var list = open.get(line.user());
            if (list != null && line.article() != null) {
                list.items.putIfAbsent(line.article().value(), line);
            }
            events.add(new Event(
                    id,
                    line.user(),
                    line.action(),
                    line.article(),
                    list == null ? null : list.id(),
                    line.query(),
                    line.at()));
        } catch (IllegalArgumentException e) {
            rejected.add(new Rejected(count, e.getMessage()));
        }
    }

    private UUID idOf(String text) {
        int times = seen.merge(text.strip(), 1, Integer::sum);
        return UUID.nameUUIDFromBytes(("seed log " + times + " " + text.strip()).getBytes(StandardCharsets.UTF_8));
    }

    int lineCount() {
        return count;
    }

    List<SeedLogLine> lines() {
        return lines;
    }

    List<Event> events() {
        return events;
    }

    List<Rejected> rejected() {
        return rejected;
    }

    /** The lists that were shown, without features: the original did not log what it ordered by. */
    List<ShownRanking> rankings() {
        return drafts.stream().map(Draft::ranking).toList();
    }

    private record Draft(UUID event, SeedLogLine head, Map<String, SeedLogLine> items) {

        Draft(UUID event, SeedLogLine head) {
            this(event, head, new LinkedHashMap<>());
        }

        UUID id() {
            return UUID.nameUUIDFromBytes(("seed list " + event).getBytes(StandardCharsets.UTF_8));
        }

        ShownRanking ranking() {
            var shown = new ArrayList<ShownRanking.Item>();
            items.values()
                    .forEach(line -> shown.add(
                            new ShownRanking.Item(shown.size() + 1, line.article(), 0, 1, List.of(), new double[0])));
            boolean search = head.action() == EventType.SEARCH;
            Instant at = head.at();
            return new ShownRanking(
                    id(),
                    head.user(),
                    search ? ShownRanking.Kind.SEARCH : ShownRanking.Kind.FEED,
                    head.query(),
                    "imported",
                    "default",
                    at,
                    shown.size(),
                    shown);
        }
    }
}
