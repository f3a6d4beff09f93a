package org.articlerecommender.features;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.platform.Problem;
import org.articlerecommender.platform.Problem.Violation;

/** Takes values that other programs send, all of a request or none. */
@ApplicationScoped
class PushedValues {

    /** The values of one entity at a moment; the keys that its view does not have are null. */
    record Sent(
            @JsonProperty("user_id") ReaderId userId,
            @JsonProperty("entry_id") ArticleId entryId,
            String category,
            String author,

            @JsonProperty("event_timestamp") @JsonDeserialize(using = IsoMoment.class)
            Instant at,

            Map<String, JsonNode> values) {}

    /** How many rows the history took, and why Redis does not show them yet, or null. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Taken(int stored, String degraded) {}

    // Two machines' clocks differ
    private static final Duration AHEAD = Duration.ofMinutes(5);
    private static final int MOST_COMPLAINTS = 50;
    private static final Pattern KEY = Pattern.compile("(?!\\s)[^\\p{Cntrl}]{1,200}(?<!\\s)");

    private final FeatureDefinitions definitions;
    private final Catalog catalog;
    private final ValueWriter writer;
    private final OnlineTable online;
    private final Clock clock;

    PushedValues(FeatureDefinitions definitions, Catalog catalog, ValueWriter writer, OnlineTable online, Clock clock) {
        this.definitions = definitions;
        this.catalog = catalog;
        this.writer = writer;
        this.online = online;
        this.clock = clock;
    }

    /** @throws Problem that names every field that is wrong; then nothing is stored */
    Taken take(String name, List<Sent> sent) {
        var view = definitions
                .view(name)
                .filter(found -> found.source().kind() == Source.Kind.PUSH)
                .orElseThrow(() -> Problem.badRequest("view", "expected one with the source push: " + pushViews()));
        var complaints = new ArrayList<Violation>();
        var rows = new LinkedHashMap<Moment, EntityValues>();
        var articles = known(sent);
        for (int i = 0; i < sent.size() && complaints.size() < MOST_COMPLAINTS; i++) {
            new Row("rows[%d]".formatted(i), view, complaints).read(sent.get(i), articles, rows);
        }
        if (!complaints.isEmpty()) {
            throw Problem.badRequest(complaints);
        }
        writer.remember(view, rows);
        writer.publish(view, rows);
        return new Taken(
                rows.size(),
                view.online() && !online.unwritten().isEmpty()
                        ? "Redis does not answer; it follows when it does"
                        : null);
    }

    private List<String> pushViews() {
        return definitions.views().stream()
                .filter(view -> view.source().kind() == Source.Kind.PUSH)
                .map(FeatureView::name)
                .toList();
    }

    private Set<ArticleId> known(List<Sent> sent) {
        var ids = new HashSet<ArticleId>();
        sent.stream().filter(one -> one != null && one.entryId() != null).forEach(one -> ids.add(one.entryId()));
        return catalog.facts(ids).keySet();
    }

    private class Row {

        private final String field;
        private final FeatureView view;
        private final List<Violation> complaints;

        Row(String field, FeatureView view, List<Violation> complaints) {
            this.field = field;
            this.view = view;
            this.complaints = complaints;
        }

        void read(Sent sent, Set<ArticleId> articles, Map<Moment, EntityValues> to) {
            int before = complaints.size();
            if (sent == null || sent.values() == null) {
                wrong("", "expected the entity's key, event_timestamp and values");
                return;
            }
            var key = key(sent, articles);
            checkMoment(sent.at());
            var values = values(sent.values());
            if (complaints.size() > before) {
                return;
            }
            var at = sent.at().truncatedTo(ChronoUnit.MICROS);
            if (to.put(new Moment(key, at), new EntityValues(at, values)) != null) {
                wrong(".event_timestamp", "the same entity is there twice with this moment");
            }
        }

        private String key(Sent sent, Set<ArticleId> articles) {
            var given = new LinkedHashMap<String, Object>();
            given.put("user_id", sent.userId());
            given.put("entry_id", sent.entryId());
            given.put("category", sent.category());
            given.put("author", sent.author());
            var needed = view.entity().joinKeys();
            for (var name : needed) {
                if (given.get(name) == null) {
                    wrongKeys(name);
                } else if (given.get(name) instanceof String text
                        && !KEY.matcher(text).matches()) {
                    wrong('.' + name, "expected 1 to 200 visible characters");
                }
            }
            given.keySet().stream()
                    .filter(name -> given.get(name) != null && !needed.contains(name))
                    .forEach(this::wrongKeys);
            if (needed.contains("entry_id") && sent.entryId() != null && !articles.contains(sent.entryId())) {
                wrong(".entry_id", "there is no such article; import it first");
            }
            return new EntityKeys(sent.userId(), sent.entryId(), sent.category(), sent.author()).of(view.entity());
        }

        private void wrongKeys(String name) {
            wrong(
                    '.' + name,
                    "the view is of %s: expected %s and no other key"
                            .formatted(
                                    view.entity().label(),
                                    String.join(" and ", view.entity().joinKeys())));
        }

        private void checkMoment(Instant at) {
            var now = clock.instant();
            if (at == null) {
                wrong(".event_timestamp", "expected an ISO time like 2025-03-05T06:00:00Z");
            } else if (at.isAfter(now.plus(AHEAD))) {
                wrong(".event_timestamp", "is in the future; it is %s here".formatted(now));
            } else if (!at.isAfter(now.minus(view.ttl()))) {
                wrong(".event_timestamp", "has expired already: the ttl of the view is " + view.ttl());
            }
        }

        private Object[] values(Map<String, JsonNode> given) {
            for (var name : given.keySet()) {
                if (view.indexOf(name) < 0) {
                    wrong(".values." + name, "the view has no such feature");
                }
            }
            var values = new Object[view.features().size()];
            for (int i = 0; i < values.length; i++) {
                var feature = view.features().get(i);
                var one = given.get(feature.name());
                if (one == null && !given.containsKey(feature.name())) {
                    wrong(".values." + feature.name(), "is missing; give null when there is no value");
                } else if (one != null) {
                    values[i] = value(feature, one);
                }
            }
            return values;
        }

        private Object value(Feature feature, JsonNode given) {
            try {
                return JsonValues.read(feature.dtype(), given);
            } catch (IllegalArgumentException e) {
                wrong(".values." + feature.name(), e.getMessage());
                return null;
            }
        }

        private void wrong(String part, String message) {
            complaints.add(new Violation(field + part, message));
        }
    }
}
