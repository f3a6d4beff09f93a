package org.articlerecommender.interest;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.articlerecommender.embedding.Embedder;

/** Embeds each text once for all runs: the vectors of a model are appended to a file, each behind its text's digest. */
final class KeptVectors implements Embedder {

    private static final int AT_ONCE = 64;

    private final Embedder embedder;
    private final Path file;
    private final Map<UUID, float[]> known = new HashMap<>();

    KeptVectors(Embedder embedder, Path directory) {
        this.embedder = embedder;
        this.file = directory.resolve(digest(embedder.model()) + ".vectors");
        try {
            Files.createDirectories(directory);
            if (Files.exists(file)) {
                read();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String model() {
        return embedder.model();
    }

    @Override
    public int dimension() {
        return embedder.dimension();
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        var missing = texts.stream()
                .distinct()
                .filter(text -> !known.containsKey(digest(text)))
                .toList();
        for (int from = 0; from < missing.size(); from += AT_ONCE) {
            append(missing.subList(from, Math.min(from + AT_ONCE, missing.size())));
        }
        return texts.stream().map(text -> known.get(digest(text))).toList();
    }

    private void append(List<String> texts) {
        var vectors = embedder.embed(texts);
        var records = ByteBuffer.allocate(texts.size() * recordBytes());
        for (int i = 0; i < texts.size(); i++) {
            var digest = digest(texts.get(i));
            known.put(digest, vectors.get(i));
            records.putLong(digest.getMostSignificantBits()).putLong(digest.getLeastSignificantBits());
            for (float number : vectors.get(i)) {
                records.putFloat(number);
            }
        }
        try {
            Files.write(file, records.array(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Half a record at the end, left by a run that was cut off, is cut away. */
    private void read() throws IOException {
        long whole = Files.size(file) / recordBytes() * recordBytes();
        try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
            channel.truncate(whole);
        }
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            for (long at = 0; at < whole; at += recordBytes()) {
                read(in);
            }
        }
    }

    private void read(DataInputStream in) throws IOException {
        var digest = new UUID(in.readLong(), in.readLong());
        var vector = new float[dimension()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = in.readFloat();
        }
        known.put(digest, vector);
    }

    private int recordBytes() {
        return 2 * Long.BYTES + dimension() * Float.BYTES;
    }

    private static UUID digest(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
