package org.articlerecommender.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PackedValuesTest {

    private static final FeatureView VIEW =
            DefinitionSource.shipped().view("user_daily_stats").orElseThrow();

    /** Values of every dtype as a view can have them, hostile texts and nothing at all among them. */
    static EntityValues random(FeatureView view, Random random) {
        var values = view.features().stream()
                .map(feature -> random.nextInt(4) == 0 ? null : value(feature.dtype(), random))
                .toArray();
        return new EntityValues(Instant.parse("2025-07-01T06:00:00.123456Z").plusMillis(random.nextInt(1000)), values);
    }

    /** Values of the size that a reader of some weeks or a read article has. */
    static EntityValues typical(FeatureView view, Random random) {
        var values = view.features().stream()
                .map(feature -> feature.dtype() == Dtype.STRING
                        ? "a title of a common length, about nine words "
                                .repeat(view.entity() == Entity.READER ? 20 : 1)
                        : value(feature.dtype(), random))
                .toArray();
        return new EntityValues(Instant.now(), values);
    }

    private static Object value(Dtype dtype, Random random) {
        return switch (dtype) {
            case INT64 -> random.nextLong();
            case FLOAT64 -> random.nextDouble();
            case FLOAT32 -> random.nextFloat();
            case BOOL -> random.nextBoolean();
            case STRINGS -> List.of("one, \"two\"", "{three}", "");
            case INT64S -> List.of(Long.MIN_VALUE, 0L, random.nextLong());
            case FLOAT64S -> List.of(-0.0, Double.MIN_VALUE, random.nextDouble());
            case BOOLS -> List.of(true, random.nextBoolean());
            case STRING -> "{\"q\": '; drop table x; --\uD83D\uDE00 " + "long ".repeat(random.nextInt(30_000));
            case EMBEDDING -> {
                var vector = new float[384];
                for (int i = 0; i < vector.length; i++) {
                    vector[i] = random.nextFloat() - 0.5f;
                }
                yield vector;
            }
            case WEIGHTS -> new TreeMap<>(Map.of("cs.AI", random.nextDouble(), "Jürgen \"O'Neil\"", 1 / 3.0));
        };
    }

    @Test
    void givesBackExactlyWhatWasPacked() {
        var random = new Random(7);
        for (int i = 0; i < 200; i++) {
            var values = random(VIEW, random);

            var unpacked = PackedValues.unpack(VIEW, 5, PackedValues.pack(VIEW, 5, values))
                    .orElseThrow();

            assertThat(unpacked.at()).isEqualTo(values.at());
            assertThat(Arrays.deepEquals(unpacked.values(), values.values())).isTrue();
        }
    }

    @Test
    void whatAnotherVersionWroteOrIsDamagedIsNothing() {
        var packed = PackedValues.pack(VIEW, 5, random(VIEW, new Random(1)));

        assertThat(PackedValues.unpack(VIEW, 6, packed)).isEmpty();
        assertThat(PackedValues.unpack(VIEW, 5, new byte[0])).isEmpty();
        assertThat(PackedValues.unpack(VIEW, 5, Arrays.copyOf(packed, 20))).isEmpty();
        packed[0] = 9;
        assertThat(PackedValues.unpack(VIEW, 5, packed)).isEmpty();
    }
}
