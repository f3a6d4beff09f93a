package org.articlerecommender.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.ranking.ProfileScores;

/**
 * A log in a file, one JSON object a line, of either form: a list with what its reader did, or a reader with their dated
 * history and the announcements of days. A line that is neither costs that line only.
 *
 * @param lists oldest first
 * @param before what each reader liked besides, oldest first
 * @param rejected why lines were left out, the first of them
 */
record ReplayLog(
        List<ReplayList> lists, Map<ReaderId, List<ProfileScores.Liked>> before, int lines, List<Rejected> rejected) {

    record Rejected(int line, String reason) {}

    private static final int REASONS = 20;

    static ReplayLog read(String text, ObjectMapper json) {
        var lists = new ArrayList<ReplayList>();
        var before = new HashMap<ReaderId, List<ProfileScores.Liked>>();
        var rejected = new ArrayList<Rejected>();
        var lines = lines(text, json);
        for (int i = 0; i < lines.size(); i++) {
            try {
                add(json.readTree(lines.get(i)), lists, before);
            } catch (JsonProcessingException e) {
                reject(rejected, i + 1, "not JSON");
            } catch (ReplayLine.Unreadable e) {
                reject(rejected, i + 1, e.getMessage());
            }
        }
        lists.sort(Comparator.comparing(ReplayList::at));
        return new ReplayLog(lists, before, lines.size(), rejected);
    }

    /** Its lines, or all of it as one when it is one object written over several. */
    private static List<String> lines(String text, ObjectMapper json) {
        var lines = text.lines().filter(line -> !line.isBlank()).toList();
        if (lines.size() > 1 && !isObject(lines.get(0), json) && isObject(text, json)) {
            return List.of(text);
        }
        return lines;
    }

    private static boolean isObject(String text, ObjectMapper json) {
        try {
            return json.reader()
                    .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readTree(text)
                    .isObject();
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static void add(JsonNode line, List<ReplayList> lists, Map<ReaderId, List<ProfileScores.Liked>> before)
            throws ReplayLine.Unreadable {
        if (!line.isObject()) {
            throw new ReplayLine.Unreadable("not a JSON object");
        }
        if (!line.has("days")) {
            lists.add(ReplayLine.list(line));
            return;
        }
        var reader = ReplayLine.reader(line, "user");
        var days = ReplayLine.days(reader, line);
        before.computeIfAbsent(reader, any -> new ArrayList<>()).addAll(ReplayLine.history(line));
        lists.addAll(days);
    }

    private static void reject(List<Rejected> rejected, int line, String reason) {
        if (rejected.size() < REASONS) {
            rejected.add(new Rejected(line, reason));
        }
    }
}
