package org.articlerecommender.bench;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A corpus made from a seed: the same seed and day give the same articles, number by number.
 *
 * <p>The first articles are announced within the window of recommendations, the others before it, a thousand a day.
 */
class InventedArticles {

    // Within the ten days that recommendations look back, whatever the hour and the time zone
    private static final int WINDOW_DAYS = 8;
    private static final int OLDER_A_DAY = 1_000;

    private static final List<String> OPENINGS = List.of(
            "We study how %s respond to %s when the goal is %s.",
            "Progress on %s has been slow, and %s offers a way towards %s.",
            "Existing work treats %s and %s apart, although both decide %s.",
            "This paper asks whether %s can be improved by %s without giving up %s.");
    private static final List<String> STEPS = List.of(
            "Our approach combines %s with a careful account of %s, so that %s is reached in fewer steps.",
            "A key observation is that %s behave like %s once the scale of %s is fixed.",
            "We prove a bound for %s under %s and show that it is tight for %s.",
            "An ablation over %s reveals that %s accounts for most of the gain in %s.",
            "The analysis separates the contribution of %s from that of %s in settings with %s.",
            "In contrast to earlier designs for %s, we let %s adapt to %s as evidence arrives.",
            "Experiments with %s and %s on several collections confirm the effect on %s.");
    private static final List<String> CLOSINGS = List.of(
            "Code for %s, the settings of %s and all results on %s are released.",
            "We discuss what %s and %s mean for practice, and where %s remains open.");
    private static final List<String> TITLES = List.of(
            "%s: %s for %s",
            "%s, or How %s Helps %s",
            "%s: Rethinking %s under %s",
            "%s: A Closer Look at %s and %s",
            "%s: Towards %s with %s");
    private static final List<String> FAMILY_NAMES = List.of(
            "Arvenko",
            "Bellquist",
            "Cordaro",
            "Dunmere",
            "Eskelund",
            "Farrokhan",
            "Gantley",
            "Hoshimura",
            "Ilvesker",
            "Jandrik",
            "Kolbeck",
            "Lumsara",
            "Mirandez",
            "Nakovic",
            "Okonjala",
            "Pellerin",
            "Quistad",
            "Rosvall");
    private static final String CONSONANTS = "bcdfglmnprstvz";
    private static final String VOWELS = "aeiou";

    private final long seed;
    private final LocalDate today;
    private final int inWindow;

    InventedArticles(long seed, LocalDate today, int inWindow) {
        this.seed = seed;
        this.today = today;
        this.inWindow = inWindow;
    }

    /** The articles with these numbers, the first included, the last not. */
    List<InventedArticle> between(int first, int last) {
        return IntStream.range(first, last).mapToObj(this::article).toList();
    }

    InventedArticle article(int number) {
        var random = random(number);
        var topic = topic(number);
        var announced = today.minusDays(age(number));
        var published = announced.minusDays(1);
        var at = published
                .atTime(LocalTime.ofSecondOfDay(random.nextInt(86_400)))
                .toInstant(ZoneOffset.UTC)
                .toString();
        var other = Topic.ALL.get(random.nextInt(Topic.ALL.size()));
        return new InventedArticle(
                id(number, published),
                title(random, topic),
                summary(random, topic),
                authors(random),
                topic == other ? List.of(topic.category()) : List.of(topic.category(), other.category()),
                topic.category(),
                at,
                at,
                announced.toString());
    }

    /** A title that no article has, for what must not be known yet. */
    String title(int number) {
        return title(random(number), topic(number));
    }

    /** The topic of the article with this number. */
    Topic topic(int number) {
        return Topic.ALL.get(Math.floorMod(number, Topic.ALL.size()));
    }

    private Random random(int number) {
        return new Random(seed * 1_000_003 + number * 7_919L);
    }

    private int age(int number) {
        return number < inWindow ? 1 + number % WINDOW_DAYS : WINDOW_DAYS + 4 + (number - inWindow) / OLDER_A_DAY;
    }

    private static String id(int number, LocalDate published) {
        return "%02d%02d.%05d".formatted(published.getYear() % 100, published.getMonthValue(), number + 1);
    }

    private static String title(Random random, Topic topic) {
        return pick(random, TITLES)
                .formatted(coined(random), pick(random, topic.methods()), pick(random, topic.things()));
    }

    // About 120 words, like arXiv's abstracts
    private static String summary(Random random, Topic topic) {
        var sentences = new ArrayList<String>();
        sentences.add(sentence(random, OPENINGS, topic));
        int steps = 4 + random.nextInt(3);
        for (int i = 0; i < steps; i++) {
            sentences.add(sentence(random, STEPS, topic));
        }
        sentences.add(sentence(random, CLOSINGS, topic));
        return String.join(" ", sentences);
    }

    private static String sentence(Random random, List<String> forms, Topic topic) {
        return pick(random, forms)
                .formatted(pick(random, topic.things()), pick(random, topic.methods()), pick(random, topic.aims()));
    }

    // The name a paper gives its method; it also keeps titles apart
    private static String coined(Random random) {
        var name = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            name.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())))
                    .append(VOWELS.charAt(random.nextInt(VOWELS.length())));
        }
        name.setCharAt(0, Character.toUpperCase(name.charAt(0)));
        return name.append('-').append(random.nextInt(10_000)).toString();
    }

    private static List<String> authors(Random random) {
        return IntStream.rangeClosed(0, random.nextInt(5))
                .mapToObj(i -> (char) ('A' + random.nextInt(26)) + ". " + pick(random, FAMILY_NAMES))
                .toList();
    }

    private static String pick(Random random, List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
