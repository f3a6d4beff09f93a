package org.articlerecommender.ranking;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Numbers that give feature values log-odds: what a fit leaves behind. Immutable once read. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(name = Linear.KIND, value = Linear.class),
    @JsonSubTypes.Type(name = Trees.KIND, value = Trees.class)
})
public sealed interface Predictor permits Linear, Trees {

    /** What was fitted, for people. */
    String label();

    /** One value per row. A row may hold no value that is not finite. */
    double[] logOdds(double[][] rows);

    /** @throws IllegalArgumentException if these numbers cannot score rows of this width */
    void check(int width);

    /** Adds every number to a digest. */
    void addTo(Fingerprint print);
}
