package org.articlerecommender.training;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.ranking.Outcome;
import org.articlerecommender.ranking.ProfileScores;

/** Reads the lines of a log file. */
final class ReplayLine {

    /** A line that cannot be used; the message names the field and what would be right. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }

    private static final Map<String, Set<Outcome>> ACTIONS = Map.of(
            "impress", Set.of(),
            "hide", Set.of(),
            "dislike", Set.of(),
            "expand", Set.of(Outcome.EXPAND),
            "click", Set.of(Outcome.CLICK),
            "save", Set.of(Outcome.SAVE),
            "like", Set.of(Outcome.SAVE));

    private ReplayLine() {}

    static ReplayList list(JsonNode line) throws Unreadable {
        var reader = reader(line, "reader");
        var at = moment(line, "at");
        var items = new ArrayList<ReplayList.Item>();
        var seen = new HashSet<ArticleId>();
        for (var item : array(line, "items")) {
            var article = article(item.isTextual() ? item : item.path("article"), "items[%d].article", items.size());
            if (seen.add(article)) {
                items.add(new ReplayList.Item(article, outcomes(item, items.size()), features(item)));
            }
        }
        return new ReplayList(reader, at, items);
    }

    /** The announcements of each day, of which the reader saved some. */
    static List<ReplayList> days(ReaderId reader, JsonNode line) throws Unreadable {
        var days = new ArrayList<ReplayList>();
        for (var day : array(line, "days")) {
            var saved = new HashSet<String>();
            day.path("positives").forEach(one -> saved.add(one.asText()));
            var items = new ArrayList<ReplayList.Item>();
            for (var candidate : array(day, "candidates")) {
                var article = article(candidate, "candidates[%d]", items.size());
                Set<Outcome> outcomes = saved.contains(candidate.asText()) ? Set.of(Outcome.SAVE) : Set.of();
                items.add(new ReplayList.Item(article, outcomes, Map.of()));
            }
            days.add(new ReplayList(reader, moment(day, "day"), items));
        }
        return days;
    }

    /** What a reader liked, each from the day on which it could be known. */
    static List<ProfileScores.Liked> history(JsonNode line) throws Unreadable {
        var history = new ArrayList<ProfileScores.Liked>();
        for (var one : array(line, "history")) {
            var at = moment(one, one.has("avail") ? "avail" : "date");
            history.add(new ProfileScores.Liked(text(one, "arxiv_id"), text(one, "title"), text(one, "abstract"), at));
        }
        history.sort(Comparator.comparing(ProfileScores.Liked::at));
        return history;
    }

    static ReaderId reader(JsonNode line, String field) throws Unreadable {
        return ReaderId.parse(line.path(field).asText())
                .orElseThrow(() -> new Unreadable(field + ": expected 1 to 128 visible characters"));
    }

    private static Set<Outcome> outcomes(JsonNode item, int at) throws Unreadable {
        var outcomes = EnumSet.noneOf(Outcome.class);
        for (var action : item.path("actions")) {
            var known = ACTIONS.get(action.asText());
            if (known == null) {
                throw new Unreadable("items[%d].actions: \"%s\" is none of %s"
                        .formatted(
                                at,
                                action.asText(),
                                ACTIONS.keySet().stream().sorted().toList()));
            }
            outcomes.addAll(known);
        }
        return outcomes;
    }

    private static Map<String, Double> features(JsonNode item) {
        var features = new HashMap<String, Double>();
        item.path("features").properties().forEach(one -> {
            if (one.getValue().isNumber()) {
                features.put(one.getKey(), one.getValue().doubleValue());
            }
        });
        return features;
    }

    private static ArticleId article(JsonNode id, String field, int at) throws Unreadable {
        return ArticleId.parse(id.asText())
                .orElseThrow(() -> new Unreadable(field.formatted(at) + ": expected an arXiv id like 2503.01234"));
    }

    private static JsonNode array(JsonNode line, String field) throws Unreadable {
        if (!line.path(field).isArray()) {
            throw new Unreadable(field + ": expected an array");
        }
        return line.path(field);
    }

    private static Instant moment(JsonNode line, String field) throws Unreadable {
        var text = line.path(field).asText();
        try {
            return text.indexOf('T') < 0
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new Unreadable(field + ": expected a day like 2025-07-01 or a moment like 2025-07-01T06:00:00Z");
        }
    }

    private static String text(JsonNode line, String field) {
        return line.hasNonNull(field) ? line.get(field).asText() : null;
    }
}
