package org.articlerecommender.bench;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One measured figure.
 *
 * @param value the median over rounds; {@code low} and {@code high} are the worst and best round
 * @param rounds how many rounds there were
 * @param baseline what the value is compared with, measured in the same run, or null
 * @param baselineValue the baseline's median, in the same unit
 * @param ratio the value in baselines
 * @param aim what the project wants it to stay under, or null
 * @param note what one should know to read it, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Figure(
        String name,
        String unit,
        double value,
        double low,
        double high,
        int rounds,
        String baseline,
        Double baselineValue,
        Double ratio,
        Double aim,
        String note) {

    static Figure of(String name, String unit, Sample rounds) {
        return new Figure(
                name, unit, rounds.median(), rounds.min(), rounds.max(), rounds.size(), null, null, null, null, null);
    }

    Figure against(String what, double measured) {
        Double times = measured == 0 ? null : value / measured;
        return new Figure(name, unit, value, low, high, rounds, what, measured, times, aim, note);
    }

    Figure aiming(double under) {
        return new Figure(name, unit, value, low, high, rounds, baseline, baselineValue, ratio, under, note);
    }

    Figure noting(String remark) {
        return new Figure(name, unit, value, low, high, rounds, baseline, baselineValue, ratio, aim, remark);
    }

    boolean missesItsAim() {
        return aim != null && value >= aim;
    }
}
