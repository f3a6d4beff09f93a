package org.articlerecommender.events;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a log holds by the original's own counting (SEED E6): a line counts once per user, action, query and result.
 *
 * @param total all distinct lines
 * @param actions how many of them each action has
 * @param users the same for each user
 * @param articles how many different results there are
 */
record SeedCounts(long total, Map<String, Long> actions, Map<String, Map<String, Long>> users, long articles) {

    private record Key(ReaderId user, EventType action, String query, String result) {}

    static SeedCounts of(List<SeedLogLine> lines) {
        var keys = new HashSet<Key>();
        var actions = new TreeMap<String, Long>();
        var users = new TreeMap<String, Map<String, Long>>();
        for (var line : lines) {
            if (keys.add(new Key(line.user(), line.action(), line.query(), line.result()))) {
                actions.merge(line.action().label(), 1L, Long::sum);
                users.computeIfAbsent(line.user().value(), user -> new TreeMap<>())
                        .merge(line.action().label(), 1L, Long::sum);
            }
        }
        long articles = keys.stream()
                .map(Key::result)
                .filter(Objects::nonNull)
                .distinct()
                .count();
        return new SeedCounts(keys.size(), actions, users, articles);
    }
}
