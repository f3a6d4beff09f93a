package org.articlerecommender.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.articlerecommender.catalog.ArticleId;

/**
 * What somebody searches for, taken apart.
 *
 * <p>Understood are {@code "quoted phrases"}, {@code -unwanted} words and {@code author: cat: after: before:}, each with a
 * word or a quoted phrase behind it. {@code after:} counts its day, month or year in, {@code before:} does not. What cannot
 * be read is taken as words and named in {@code unread}.
 *
 * @param typed what was typed
 * @param words what the article should be about, as text; blank when there is no letter or digit in it
 * @param phrases what title or abstract must hold word by word
 * @param without words that neither may hold
 * @param from the first day of announcement, or null
 * @param to the last day of announcement, or null
 * @param unread what looked like a filter and is none
 */
record SearchQuery(
        String typed,
        String words,
        List<String> phrases,
        List<String> without,
        List<String> authors,
        List<String> categories,
        LocalDate from,
        LocalDate to,
        List<String> unread) {

    private static final Pattern PART = Pattern.compile(
            "(?<name>(?i:author|au|cat|category|after|since|before)):(?:\"(?<quoted>[^\"]*)\"|(?<word>[^\\s\"()]+))"
                    + "|(?<![^\\s(])(?<minus>-)(?<unwanted>\\p{L}[^\\s\"()]*)"
                    + "|\"(?<phrase>[^\"]*)\"");
    private static final Pattern CATEGORY = Pattern.compile("[A-Za-z-]+(\\.[A-Za-z-]+)?");

    SearchQuery {
        phrases = List.copyOf(phrases);
        without = List.copyOf(without);
        authors = List.copyOf(authors);
        categories = List.copyOf(categories);
        unread = List.copyOf(unread);
    }

    /** Takes apart what was typed and adds what was chosen beside it. */
    static SearchQuery of(String typed, Search.Filter filter) {
        var reading = new Reading();
        reading.read(typed);
        if (filter.author() != null) {
            reading.authors.add(filter.author());
        }
        if (filter.category() != null) {
            reading.categories.add(filter.category());
        }
        return new SearchQuery(
                typed,
                words(reading.words.toString()),
                reading.phrases,
                reading.without,
                reading.authors,
                reading.categories,
                later(reading.from, filter.from()),
                earlier(reading.to, filter.to()),
                reading.unread);
    }

    /** The article that is named, when an id or an address is all that was typed. */
    Optional<ArticleId> id() {
        return ArticleId.parse(typed);
    }

    /** Whether anything but the words restricts what is found. */
    boolean filters() {
        return from != null || to != null || restricts();
    }

    /** Whether anything restricts that is not a day. */
    boolean restricts() {
        return !(phrases.isEmpty() && without.isEmpty() && authors.isEmpty() && categories.isEmpty());
    }

    private static String words(String text) {
        boolean some = text.codePoints().anyMatch(Character::isLetterOrDigit);
        return some ? text.strip().replaceAll("\\s+", " ") : "";
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    private static final class Reading {

        private final StringBuilder words = new StringBuilder();
        private final List<String> phrases = new ArrayList<>();
        private final List<String> without = new ArrayList<>();
        private final List<String> authors = new ArrayList<>();
        private final List<String> categories = new ArrayList<>();
        private final List<String> unread = new ArrayList<>();
        private LocalDate from;
        private LocalDate to;

        private void read(String text) {
            var part = PART.matcher(text);
            int end = 0;
            while (part.find()) {
                plain(text.substring(end, part.start()));
                end = part.end();
                if (part.group("minus") != null) {
                    without.add(part.group("unwanted"));
                } else if (part.group("name") == null) {
                    phrase(part.group("phrase"));
                } else {
                    var value = part.group("quoted") == null ? part.group("word") : part.group("quoted");
                    if (!filter(part.group("name").toLowerCase(Locale.ROOT), value.strip())) {
                        unread.add(part.group());
                        plain(part.group());
                    }
                }
            }
            plain(text.substring(end));
        }

        private void plain(String text) {
            words.append(ArxivQuery.wordsOf(text)).append(' ');
        }

        private void phrase(String phrase) {
            words.append(phrase).append(' ');
            if (!phrase.isBlank()) {
                phrases.add(phrase.strip());
            }
        }

        private boolean filter(String name, String value) {
            switch (name) {
                case "author", "au" -> {
                    // arXiv writes lovelace_a for A. Lovelace
                    var author = value.replace('_', ' ').strip();
                    return author.codePoints().anyMatch(Character::isLetter) && authors.add(author);
                }
                case "cat", "category" -> {
                    var category = value.endsWith(".*") ? value.substring(0, value.length() - 2) : value;
                    return CATEGORY.matcher(category).matches() && categories.add(category);
                }
                case "before" -> {
                    var first = Days.first(value);
                    first.ifPresent(day -> to = earlier(to, day.minusDays(1)));
                    return first.isPresent();
                }
                default -> {
                    var first = Days.first(value);
                    first.ifPresent(day -> from = later(from, day));
                    return first.isPresent();
                }
            }
        }
    }
}
