package org.articlerecommender.embedding;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The files of one exported sentence model: those in a directory, or those that ship with the product.
 *
 * @param directory empty for the model that ships with the product
 * @param name what people call the model
 * @param digest changes with the content of any of the files
 */
record ModelFiles(Optional<Path> directory, String name, String digest) {

    static final String GRAPH = "model.onnx";
    static final String WEIGHTS = "model.onnx_data";
    static final String TOKENIZER = "tokenizer.json";
    /** Says how vectors of tokens become one, as sentence-transformers writes it; without it they are averaged. */
    static final String POOLING = "1_Pooling/config.json";

    private static final String SHIPPED = "all-minilm-l6-v2-q";

    /**
     * Finds the files.
     *
     * @throws ModelUnusable if one is missing
     */
    static ModelFiles in(Optional<Path> directory) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            if (directory.isEmpty()) {
                digest(digest, shipped(SHIPPED + ".onnx"));
                digest(digest, shipped(SHIPPED + "-tokenizer.json"));
                return new ModelFiles(directory, SHIPPED, HexFormat.of().formatHex(digest.digest()));
            }
            var files = directory.get().toAbsolutePath().normalize();
            digest(digest, Files.newInputStream(required(files, GRAPH)));
            if (Files.isRegularFile(files.resolve(WEIGHTS))) {
                digest(digest, Files.newInputStream(files.resolve(WEIGHTS)));
            }
            digest(digest, Files.newInputStream(required(files, TOKENIZER)));
            if (Files.isRegularFile(files.resolve(POOLING))) {
                digest(digest, Files.newInputStream(files.resolve(POOLING)));
            }
            var name =
                    files.getFileName() == null ? "model" : files.getFileName().toString();
            return new ModelFiles(Optional.of(files), name, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException e) {
            throw new ModelUnusable(
                    "The embedding model in %s cannot be read: %s"
                            .formatted(directory.map(Path::toString).orElse("the product"), e),
                    e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the files have not been swapped since they were found. */
    boolean areStillThere() {
        try {
            return in(directory).equals(this);
        } catch (ModelUnusable e) {
            return false;
        }
    }

    /** Where people find it. */
    String place() {
        return directory.map(Path::toString).orElse("the product (" + SHIPPED + ")");
    }

    byte[] tokenizer() throws IOException {
        try (var in = directory.isEmpty()
                ? shipped(SHIPPED + "-tokenizer.json")
                : Files.newInputStream(directory.get().resolve(TOKENIZER))) {
            return in.readAllBytes();
        }
    }

    /** The graph; one in a directory is better opened by its path, for its weights may lie beside it. */
    byte[] graph() throws IOException {
        try (var in = directory.isEmpty()
                ? shipped(SHIPPED + ".onnx")
                : Files.newInputStream(directory.get().resolve(GRAPH))) {
            return in.readAllBytes();
        }
    }

    /** How large the graph is with all its weights. */
    long graphBytes() throws IOException {
        if (directory.isEmpty()) {
            return 0;
        }
        var beside = directory.get().resolve(WEIGHTS);
        return Files.size(directory.get().resolve(GRAPH)) + (Files.exists(beside) ? Files.size(beside) : 0);
    }

    /** Whether the first token's vector is the sentence's, and not the mean of all. */
    boolean firstTokenStandsForAll() throws IOException {
        var pooling = directory.map(files -> files.resolve(POOLING));
        return pooling.isPresent()
                && Files.isRegularFile(pooling.get())
                && new ObjectMapper()
                        .readTree(pooling.get().toFile())
                        .path("pooling_mode_cls_token")
                        .asBoolean();
    }

    /** Whether the weights lie in a file of their own. */
    boolean hasWeightsBeside() {
        return directory.map(files -> Files.exists(files.resolve(WEIGHTS))).orElse(false);
    }

    private static Path required(Path directory, String file) {
        var path = directory.resolve(file);
        if (!Files.isRegularFile(path)) {
            throw new ModelUnusable(
                    "%s has no file %s; embedding.model-dir needs %s and %s of an exported sentence model"
                            .formatted(directory, file, GRAPH, TOKENIZER),
                    null);
        }
        return path;
    }

    private static InputStream shipped(String resource) throws IOException {
        var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource);
        if (in == null) {
            throw new IOException(resource + " is not on the class path");
        }
        return in;
    }

    private static void digest(MessageDigest digest, InputStream in) throws IOException {
        try (in) {
            var buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
    }
}
