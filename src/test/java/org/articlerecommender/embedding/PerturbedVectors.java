package org.articlerecommender.embedding;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Random;

/** Gives many articles vectors in no time: those of a few, turned away from a little. */
@Singleton
public class PerturbedVectors {

    private static final int AT_ONCE = 5_000;
    // the cosine with the vector it was made of is .9 then
    private static final double AWAY = 0.48;

    private final VectorTable table;
    private final ServingEmbedder embedder;

    PerturbedVectors(VectorTable table, ServingEmbedder embedder) {
        this.table = table;
        this.embedder = embedder;
    }

    /** To all articles that have none, each made of one of those given; the same random numbers give the same. */
    public void fill(List<float[]> of, Random random) throws SQLException {
        var model = embedder.model();
        for (var lacking = table.lacking(model, AT_ONCE); !lacking.isEmpty(); lacking = table.lacking(model, AT_ONCE)) {
            var vectors = new HashMap<TextHash, float[]>();
            for (var one : lacking) {
                vectors.put(TextHash.of(one.text()), perturbed(of.get(random.nextInt(of.size())), random));
            }
            table.save(model, vectors, lacking);
        }
    }

    private static float[] perturbed(float[] vector, Random random) {
        var turned = new float[vector.length];
        double square = 0;
        for (int j = 0; j < turned.length; j++) {
            turned[j] = (float) (vector[j] + AWAY * random.nextGaussian() / Math.sqrt(turned.length));
            square += turned[j] * turned[j];
        }
        for (int j = 0; j < turned.length; j++) {
            turned[j] /= (float) Math.sqrt(square);
        }
        return turned;
    }
}
