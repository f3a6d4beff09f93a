package org.articlerecommender.embedding;

import ai.onnxruntime.OrtException;
import io.quarkus.logging.Log;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.articlerecommender.onnx.FusedGraph;

/**
 * The rewritten graph of a model, made at its first start and kept in a file.
 *
 * <p>It is used only after it has agreed with the original. A file that is not as it was written, or is of another form,
 * is made again; where none can be written, the graph is rewritten at each start. That a graph cannot be rewritten, or
 * does not agree, is remembered. Nothing is kept of files that were swapped meanwhile: it would go by the name of those
 * before.
 */
final class KeptGraph {

    private static final String NONE = FusedGraph.FORM + " none";
    // Rewriting takes some copies of the graph on the heap
    private static final int COPIES = 6;

    private final Path file;
    private final Path sum;

    /** @param directory where the files of all models are kept */
    KeptGraph(Path directory, ModelFiles model) {
        var name = model.name().replaceAll("[^A-Za-z0-9._-]", "_") + "-"
                + model.digest().substring(0, 16);
        this.file = directory.resolve(name + ".onnx");
        this.sum = directory.resolve(name + ".sha256");
    }

    /**
     * The rewritten graph of the model; empty when only the original can be used.
     *
     * @throws OrtException if the original is not a graph
     * @throws IOException if the original is not one of a sentence model
     */
    Optional<SentenceGraph> open(ModelFiles model, Tokens tokens) throws OrtException, IOException {
        var expected = expected();
        if (expected.equals(NONE)) {
            return Optional.empty();
        }
        try {
            if (!expected.isEmpty() && expected.equals(sumOf(Files.readAllBytes(file)))) {
                return Optional.of(SentenceGraph.open(file));
            }
        } catch (IOException | OrtException e) {
            Log.debugf(e, "%s is made again", file);
        }
        try (var original = SentenceGraph.open(model)) {
            return rewritten(model, original, tokens);
        }
    }

    private Optional<SentenceGraph> rewritten(ModelFiles model, SentenceGraph original, Tokens tokens)
            throws OrtException, IOException {
        if (model.graphBytes() > Runtime.getRuntime().maxMemory() / COPIES) {
            Log.infof("The embedding model %s runs as it came: it is too large for the heap to rewrite", model.name());
            return Optional.empty();
        }
        var graph = FusedGraph.of(model.graph());
        if (graph.isEmpty()) {
            return asItCame(model, "its graph is of a form that is not known here");
        }
        SentenceGraph fused;
        try {
            fused = SentenceGraph.open(graph.get());
        } catch (OrtException | IOException e) {
            return asItCame(model, "its rewritten graph does not open: " + e.getMessage());
        }
        if (!Agreement.between(original, fused, tokens)) {
            fused.close();
            return asItCame(model, "its rewritten graph gives other vectors");
        }
        if (model.areStillThere()) {
            keep(file, graph.get());
            keep(sum, sumOf(graph.get()).getBytes(StandardCharsets.US_ASCII));
        }
        return Optional.of(fused);
    }

    private Optional<SentenceGraph> asItCame(ModelFiles model, String reason) {
        Log.infof("The embedding model %s runs as it came: %s", model.name(), reason);
        if (model.areStillThere()) {
            keep(sum, NONE.getBytes(StandardCharsets.US_ASCII));
        }
        return Optional.empty();
    }

    private String expected() {
        try {
            return Files.readString(sum).strip();
        } catch (IOException e) {
            return "";
        }
    }

    private static void keep(Path file, byte[] content) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var aside = file.resolveSibling(file.getFileName() + ".part");
            Files.write(aside, content);
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Log.infof("%s cannot be kept and is made again at the next start: %s", file, e);
        }
    }

    private static String sumOf(byte[] content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content);
            return FusedGraph.FORM + " " + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
