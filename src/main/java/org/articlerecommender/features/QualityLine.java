package org.articlerecommender.features;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;

/**
 * What the rows of a day hold of one feature.
 *
 * @param least the smallest number, null for what is no number or has none; so {@code most} and {@code mean}
 * @param psi how far the distribution is from that of the week before, null where one of them has too few rows
 * @param alarm what is not as the definition expects, null when all is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QualityLine(
        String view,
        String feature,
        LocalDate day,
        long rows,
        long nulls,
        Double least,
        Double most,
        Double mean,
        Double psi,
        String alarm) {

    @JsonProperty("null_rate")
    public double nullRate() {
        return rows == 0 ? 0 : (double) nulls / rows;
    }

    /** With what is not as expected of it. */
    QualityLine judged(Expectation expected) {
        String found = null;
        if (rows > 0 && nullRate() > expected.nulls()) {
            found = "%.0f %% have no value, at most %.0f %% may".formatted(100 * nullRate(), 100 * expected.nulls());
        } else if (least != null && expected.min() != null && least < expected.min()) {
            found = "the least is %s, expected at least %s".formatted(least, expected.min());
        } else if (most != null && expected.max() != null && most > expected.max()) {
            found = "the most is %s, expected at most %s".formatted(most, expected.max());
        } else if (psi != null && psi > expected.psi()) {
            found = "the distribution has moved: PSI %.2f, at most %.2f".formatted(psi, expected.psi());
        }
        return new QualityLine(view, feature, day, rows, nulls, least, most, mean, psi, found);
    }
}
