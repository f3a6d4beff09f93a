package org.articlerecommender.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.articlerecommender.catalog.ArticleId;
import org.articlerecommender.nearest.Row;

/**
 * As many vectors as wanted: real ones, and beyond those mixtures of two real ones with noise.
 *
 * <p>Row by row the same for the same seed. The last of the real vectors are kept back as queries.
 */
class VectorCorpus {

    static final int QUERIES = 200;
    private static final int A_DAY = 1_000;
    private static final int TODAY = 20_000;
    private static final List<String> CATEGORIES = List.of("cs.LG", "cs.CL cs.LG", "math.CO", "hep-th gr-qc", "cs.IR");

    private final float[][] real;

    private VectorCorpus(float[][] real) {
        this.real = real;
    }

    /** The vectors of a NumPy file of float32 rows. */
    static VectorCorpus of(Path npy) throws IOException {
        var bytes = ByteBuffer.wrap(Files.readAllBytes(npy)).order(ByteOrder.LITTLE_ENDIAN);
        int header = 10 + Short.toUnsignedInt(bytes.getShort(8));
        var shape = new String(bytes.array(), 10, header - 10).replaceAll(".*\\((\\d+), *(\\d+)\\).*\\s*", "$1 $2");
        int count = Integer.parseInt(shape.split(" ")[0]);
        int dimension = Integer.parseInt(shape.split(" ")[1]);
        var real = new float[count][dimension];
        var floats = bytes.slice(header, bytes.capacity() - header)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
        for (var vector : real) {
            floats.get(vector);
        }
        return new VectorCorpus(real);
    }

    /** Vectors around topics, where there are no real ones. */
    static VectorCorpus invented(int dimension) {
        var random = new Random(1);
        var topics = new float[400][];
        for (int i = 0; i < topics.length; i++) {
            topics[i] = gauss(random, dimension);
        }
        var vectors = new float[20_000][];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = mixed(random, topics[i % topics.length], topics[random.nextInt(topics.length)], 1f);
        }
        return new VectorCorpus(vectors);
    }

    int dimension() {
        return real[0].length;
    }

    /** How many are not made up. */
    int real() {
        return real.length - QUERIES;
    }

    float[] query(int number) {
        return real[real.length - 1 - number % QUERIES];
    }

    /** The rows from one number to another, newest first. */
    List<Row> rows(int from, int to) {
        return IntStream.range(from, to).parallel().mapToObj(this::row).toList();
    }

    /** The announcement day of the row with this number, as days since 1970. */
    static int dayOf(int number) {
        return TODAY - number / A_DAY;
    }

    private Row row(int number) {
        var id = new ArticleId("%04d.%05d".formatted(1000 + number / 90_000, number % 90_000));
        var text = ByteBuffer.allocate(32).putInt(number).array();
        return new Row(id, text, dayOf(number), CATEGORIES.get(number % CATEGORIES.size()), vector(number));
    }

    private float[] vector(int number) {
        if (number < real()) {
            return real[number];
        }
        var random = new Random(number * 31L);
        return mixed(random, real[number % real()], real[random.nextInt(real())], 0.35f);
    }

    private static float[] mixed(Random random, float[] one, float[] other, float noise) {
        var vector = gauss(random, one.length);
        for (int i = 0; i < vector.length; i++) {
            vector[i] = 0.8f * one[i] + 0.45f * other[i] + noise * vector[i];
        }
        return unit(vector);
    }

    private static float[] gauss(Random random, int dimension) {
        var vector = new float[dimension];
        for (int i = 0; i < dimension; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return unit(vector);
    }

    private static float[] unit(float[] vector) {
        double squares = 0;
        for (float number : vector) {
            squares += (double) number * number;
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= (float) Math.sqrt(squares);
        }
        return vector;
    }
}
