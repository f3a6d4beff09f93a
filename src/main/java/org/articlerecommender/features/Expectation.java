package org.articlerecommender.features;

/**
 * What the values of a feature are expected to be; the quality job says where they are not.
 *
 * @param min the least, null when there is no bound
 * @param max the most, null when there is no bound
 * @param nulls the largest share of rows without a value, from 0 to 1
 * @param psi the largest drift of the distribution from its baseline that is no cause for alarm
 */
public record Expectation(Double min, Double max, double nulls, double psi) {

    // a population stability index above a quarter is commonly read as a changed population
    private static final double DRIFT = 0.25;

    static final Expectation NONE = new Expectation(null, null, 1, DRIFT);

    static Expectation read(YamlPart part) {
        part.only("min", "max", "nulls", "psi");
        var min = part.find("min").map(YamlPart::number).orElse(null);
        var max = part.find("max").map(YamlPart::number).orElse(null);
        if (min != null && max != null && min > max) {
            throw part.need("max").wrong("expected at least min, %s".formatted(min));
        }
        double nulls = part.find("nulls").map(YamlPart::number).orElse(1.0);
        if (!(nulls >= 0 && nulls <= 1)) {
            throw part.need("nulls").wrong("expected a share from 0 to 1");
        }
        double psi = part.find("psi").map(YamlPart::number).orElse(DRIFT);
        if (!(psi > 0)) {
            throw part.need("psi").wrong("expected a number above 0");
        }
        return new Expectation(min, max, nulls, psi);
    }
}
