package org.articlerecommender.ranking;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.articlerecommender.platform.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a program asks to be ranked, with all that is to be known of the reader.
 *
 * @param asOf the day or moment to rank for; nothing dated then or later is used. Null for now
 * @param liked null for none, like {@code disliked}
 * @param candidates ids or documents
 */
record RankRequest(
        @Schema(description = "A day or a moment; nothing dated then or later is used", examples = "2025-07-01")
        String asOf,

        List<Document> liked,
        List<Document> disliked,
        @NotNull List<Document> candidates) {

    private static final int LONGEST_ID = 500;
    private static final int LONGEST_TITLE = 5_000;
    private static final int LONGEST_ABSTRACT = 50_000;
    private static final int LAST_YEAR = 9999;

    RankRequest {
        liked = liked == null ? List.of() : liked;
        disliked = disliked == null ? List.of() : disliked;
    }

    /**
     * Checks what is to come back in the answer: each needs an id.
     *
     * @throws Problem if the list is too long or one of its entries is not one; names the field
     */
    static void check(String field, List<Document> documents, int most) {
        checkOpinions(field, documents, most);
        for (int i = 0; i < documents.size(); i++) {
            if (!documents.get(i).hasId()) {
                throw Problem.badRequest("%s[%d].id".formatted(field, i), "is required");
            }
        }
    }

    /**
     * Checks what was liked or disliked: each needs an id or a text, for much of what people read is not on arXiv.
     *
     * @throws Problem if the list is too long or one of its entries is not one; names the field
     */
    static void checkOpinions(String field, List<Document> documents, int most) {
        if (documents.size() > most) {
            throw Problem.tooLarge(field, "%d entries, at most %d".formatted(documents.size(), most));
        }
        for (int i = 0; i < documents.size(); i++) {
            var one = documents.get(i);
            var at = "%s[%d]".formatted(field, i);
            if (one == null || (!one.hasId() && !one.hasText())) {
                throw Problem.badRequest(at + ".id", "is required where there is no text");
            }
            longest(at + ".id", one.id(), LONGEST_ID);
            longest(at + ".title", one.title(), LONGEST_TITLE);
            longest(at + ".abstract", one.summary(), LONGEST_ABSTRACT);
        }
    }

    /**
     * The moment that a day or a moment in text begins.
     *
     * @throws Problem if the text is neither; names the field
     */
    static Instant moment(String field, String text) {
        try {
            var stripped = text.strip();
            var moment = stripped.indexOf('T') < 0
                    ? LocalDate.parse(stripped).atStartOfDay().atOffset(ZoneOffset.UTC)
                    : OffsetDateTime.parse(stripped);
            // years that Java can write down and nobody can reckon with
            if (moment.getYear() >= 0 && moment.getYear() <= LAST_YEAR) {
                return moment.toInstant();
            }
        } catch (DateTimeParseException e) {
            // answered below, like a year that is none
        }
        throw Problem.badRequest(field, "expected a day like 2025-07-01 or a moment like 2025-07-01T06:00:00Z");
    }

    private static void longest(String field, String text, int most) {
        if (text != null && text.length() > most) {
            throw Problem.badRequest(field, "%d characters, at most %d".formatted(text.length(), most));
        }
        if (text != null && !text.isEmpty() && !Texts.isWellFormed(text)) {
            throw Problem.badRequest(field, "holds half of a surrogate pair");
        }
    }
}
