package org.articlerecommender.features;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The values of one entity in one view as one Redis value: format version (1 byte), the moment in microseconds (8 bytes),
 * the hash of the schema (4 bytes), then for each feature in the view's order whether it has a value (1 byte) and the
 * value.
 */
final class PackedValues {

    private static final byte FORMAT = 1;
    /** Where the moment begins, counted from 1 as Redis' Lua does. */
    static final int MOMENT_AT = 2;

    private PackedValues() {}

    static byte[] pack(FeatureView view, int schema, EntityValues given) {
        var bytes = new ByteArrayOutputStream(256);
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, given.at()));
            out.writeInt(schema);
            for (int i = 0; i < view.features().size(); i++) {
                var value = given.values()[i];
                out.writeBoolean(value != null);
                if (value != null) {
                    view.features().get(i).dtype().write(value, out);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot be written to", e);
        }
        return bytes.toByteArray();
    }

    /** The moment in the form that it has in a packed value. */
    static Instant moment(byte[] packed) {
        return moment(ByteBuffer.wrap(packed));
    }

    private static Instant moment(ByteBuffer in) {
        return Instant.EPOCH.plus(in.getLong(), ChronoUnit.MICROS);
    }

    /** Empty for what another version of the application or of the definitions wrote. */
    static Optional<EntityValues> unpack(FeatureView view, int schema, byte[] packed) {
        try {
            var in = ByteBuffer.wrap(packed);
            if (in.get() != FORMAT) {
                return Optional.empty();
            }
            var at = moment(in);
            if (in.getInt() != schema) {
                return Optional.empty();
            }
            var features = view.features();
            var values = new Object[features.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = in.get() != 0 ? features.get(i).dtype().read(in) : null;
            }
            return Optional.of(new EntityValues(at, values));
        } catch (RuntimeException e) {
            // a damaged value is as good as none: the next aggregation writes it anew
            return Optional.empty();
        }
    }
}
