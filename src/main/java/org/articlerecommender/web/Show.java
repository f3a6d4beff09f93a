package org.articlerecommender.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.TemplateExtension;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.articlerecommender.catalog.Article;

/** How values read in a page. */
@TemplateExtension
class Show {

    private static final int AUTHORS = 4;
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Show() {}

    static String words(LocalDate day) {
        return DAY.format(day);
    }

    static String words(Instant moment) {
        return MOMENT.format(moment);
    }

    /** Whether a moment is not yet: it was dated by a clock that was ahead, or has been set back since. */
    static boolean ahead(Instant moment) {
        return moment.isAfter(Instant.now().plus(CLOCKS_DIFFER));
    }

    static String day(Instant moment) {
        return words(LocalDate.ofInstant(moment, ZoneOffset.UTC));
    }

    /** The first authors; {@link #furtherAuthors} says how many more there are. */
    static String firstAuthors(Article article) {
        return String.join(
                ", ", article.authors().stream().limit(shownAuthors(article)).toList());
    }

    static int furtherAuthors(Article article) {
        return article.authors().size() - shownAuthors(article);
    }

    // one author more costs no more room than "+1"
    private static int shownAuthors(Article article) {
        int all = article.authors().size();
        return all <= AUTHORS + 1 ? all : AUTHORS;
    }

    static String allAuthors(Article article) {
        return String.join(", ", article.authors());
    }

    /** The primary category first. */
    static List<String> chips(Article article) {
        return Stream.concat(Stream.of(article.primaryCategory()), article.categories().stream())
                .distinct()
                .toList();
    }

    /** An id without what HTML ids and selectors trip over. */
    static String anchor(Article article) {
        return article.id().value().replace('/', '_').replace('.', '_');
    }

    static String grouped(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    /** 1st, 2nd, 3rd, 4th … */
    static String ordinal(int number) {
        int tens = number % 100;
        var ending = tens >= 11 && tens <= 13
                ? "th"
                : switch (number % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
        return grouped(number) + ending;
    }

    static String grouped(int number) {
        return grouped((long) number);
    }

    /** A score or metric, with as many digits as tell lines of a list apart. */
    static String figure(double number) {
        return Double.isNaN(number) ? "–" : String.format(Locale.ENGLISH, "%.3f", number);
    }

    static String urlEncoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A measured figure, with its interval where it has one; a dash where nothing was measured. */
    static String interval(JsonNode figure) {
        var value = figure.isObject() ? figure.path("value") : figure;
        if (!value.isNumber()) {
            return "–";
        }
        var text = figure(value.doubleValue());
        return figure.hasNonNull("low") && figure.hasNonNull("high")
                ? "%s (%s to %s)"
                        .formatted(
                                text,
                                figure(figure.get("low").doubleValue()),
                                figure(figure.get("high").doubleValue()))
                : text;
    }

    /** A share as a percentage. */
    static String percent(double share) {
        return String.format(Locale.ENGLISH, "%.1f %%", 100 * share);
    }

    static String until(Instant start, Instant end) {
        // a clock that was set back in between
        return words(end.isBefore(start) ? Duration.ZERO : Duration.between(start, end));
    }

    static String words(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 1) {
            return duration.toMillis() + " ms";
        }
        return seconds < 120
                ? seconds + " s"
                : seconds < 7200
                        ? seconds / 60 + " min"
                        : seconds < 172_800 ? seconds / 3600 + " h" : seconds / 86_400 + " days";
    }
}
