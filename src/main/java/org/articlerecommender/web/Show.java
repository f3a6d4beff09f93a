package org.articlerecommender.web;

import io.quarkus.qute.TemplateExtension;
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

    static String until(Instant start, Instant end) {
        return words(Duration.between(start, end));
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
