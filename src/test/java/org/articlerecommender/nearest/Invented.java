package org.articlerecommender.nearest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.articlerecommender.catalog.ArticleId;

/** Rows that look like those of articles: unit vectors around topics. */
final class Invented {

    private static final int TOPICS = 50;

    private Invented() {}

    static List<Row> rows(int count, int dimension, long seed) {
        var random = new Random(seed);
        var topics = new float[TOPICS][];
        for (int i = 0; i < TOPICS; i++) {
            topics[i] = gauss(random, dimension);
        }
        var rows = new ArrayList<Row>();
        for (int i = 0; i < count; i++) {
            var vector = gauss(random, dimension);
            var topic = topics[i % TOPICS];
            for (int j = 0; j < dimension; j++) {
                vector[j] += topic[j] + 0.3f;
            }
            rows.add(row("%04d.%05d".formatted(2000 + i / 90_000, i % 90_000), i % 9, "cs.IR cs.LG", unit(vector)));
        }
        return rows;
    }

    static Row row(String id, long day, String categories, float... vector) {
        return new Row(new ArticleId(id), id.getBytes(StandardCharsets.US_ASCII), day, categories, vector);
    }

    static float[] unit(float[] vector) {
        double length = Math.sqrt(Floats.dot(vector, vector));
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= (float) length;
        }
        return vector;
    }

    private static float[] gauss(Random random, int dimension) {
        var vector = new float[dimension];
        for (int i = 0; i < dimension; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return vector;
    }
}
