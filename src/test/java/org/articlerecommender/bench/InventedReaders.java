package org.articlerecommender.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Readers with a past: each searched for, opened, clicked and saved articles of two topics during the last weeks. */
class InventedReaders {

    private static final int COUNT = 50;
    private static final int ACTIONS = 40;
    private static final List<String> DEEDS = List.of("impress", "impress", "expand", "click", "save", "like");

    private final long seed;
    private final InventedArticles articles;
    private final int known;

    /** @param known how many articles there are to act on */
    InventedReaders(long seed, InventedArticles articles, int known) {
        this.seed = seed;
        this.articles = articles;
        this.known = known;
    }

    /** The reader whose turn it is. */
    String name(int turn) {
        return "reader-" + Math.floorMod(turn, COUNT);
    }

    /** Tells the application what all of them did; telling it again changes nothing. */
    void act(Calls calls, Instant now) throws IOException, InterruptedException {
        for (int reader = 0; reader < COUNT; reader++) {
            calls.send(calls.postJson("/api/v1/events", past(reader, now)));
        }
    }

    private List<Map<String, String>> past(int reader, Instant now) {
        var random = new Random(seed + reader);
        var events = new ArrayList<Map<String, String>>();
        for (int i = 0; i < ACTIONS; i++) {
            int number = ofTopic(random.nextInt(known), i % 2 == 0 ? reader : reader / 3);
            var at = now.minus(Duration.ofMinutes(1 + random.nextInt(20 * 24 * 60)));
            events.add(
                    i % 8 == 0
                            ? event(reader, i, "search", "query", search(number, random), at)
                            : event(
                                    reader,
                                    i,
                                    DEEDS.get(random.nextInt(DEEDS.size())),
                                    "article",
                                    articles.article(number).id(),
                                    at));
        }
        return events;
    }

    private int ofTopic(int number, int topic) {
        int shifted = number - Math.floorMod(number - topic, Topic.ALL.size());
        return shifted < 0 ? shifted + Topic.ALL.size() : shifted;
    }

    private String search(int number, Random random) {
        var topic = articles.topic(number);
        return topic.things().get(random.nextInt(topic.things().size())) + " "
                + topic.aims().get(random.nextInt(topic.aims().size()));
    }

    private Map<String, String> event(int reader, int number, String type, String about, String what, Instant at) {
        var event = new LinkedHashMap<String, String>();
        var id = UUID.nameUUIDFromBytes(
                "%d/%d/%d".formatted(seed, reader, number).getBytes(StandardCharsets.UTF_8));
        event.put("id", id.toString());
        event.put("user", name(reader));
        event.put("type", type);
        event.put(about, what);
        event.put("at", at.toString());
        return event;
    }
}
