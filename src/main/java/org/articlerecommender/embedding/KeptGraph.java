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
 * <p>It is used only after it has given the vectors of the original for texts of several lengths, alone and padded, so a
 * vector of the one compares with a vector of the other. A file that is not as it was written is made again; a graph that
 * cannot be rewritten, or does not give the same, is remembered and the original used.
 */
final class KeptGraph {

    private static final float NOISE = 1e-5f;
    private static final String USE_THE_ORIGINAL = "original";
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
     * The graph to use for the model.
     *
     * @param probes token ids of some texts
     * @throws OrtException if the original is not a graph
     * @throws IOException if the original is not one of a sentence model
     */
    SentenceGraph open(ModelFiles model, long[][] probes) throws OrtException, IOException {
        var expected = expected();
        if (expected.isPresent() && expected.get().equals(USE_THE_ORIGINAL)) {
            return SentenceGraph.open(model);
        }
        try {
            if (expected.isPresent() && expected.get().equals(sumOf(Files.readAllBytes(file)))) {
                return SentenceGraph.open(file);
            }
        } catch (IOException | OrtException e) {
            Log.debugf(e, "%s is made again", file);
        }
        var original = SentenceGraph.open(model);
        try {
            return rewritten(model, original, probes);
        } catch (IOException | OrtException e) {
            Log.infof(
                    "The embedding model %s runs as it came, for its rewritten graph cannot be kept: %s",
                    model.name(), e);
            return original;
        }
    }

    private SentenceGraph rewritten(ModelFiles model, SentenceGraph original, long[][] probes)
            throws OrtException, IOException {
        if (model.graphBytes() > Runtime.getRuntime().maxMemory() / COPIES) {
            return original;
        }
        var graph = FusedGraph.of(model.graph());
        if (graph.isEmpty()) {
            keep(sum, USE_THE_ORIGINAL.getBytes(StandardCharsets.US_ASCII));
            return original;
        }
        keep(file, graph.get());
        var fused = SentenceGraph.open(file);
        if (!alike(original, fused, probes)) {
            fused.close();
            Files.delete(file);
            keep(sum, USE_THE_ORIGINAL.getBytes(StandardCharsets.US_ASCII));
            return original;
        }
        keep(sum, sumOf(graph.get()).getBytes(StandardCharsets.US_ASCII));
        original.close();
        return fused;
    }

    private static boolean alike(SentenceGraph one, SentenceGraph other, long[][] probes) throws OrtException {
        for (var probe : probes) {
            var alone = new long[][] {probe};
            if (!near(one.vectors(alone), other.vectors(alone))) {
                return false;
            }
        }
        return near(one.vectors(probes), other.vectors(probes));
    }

    private static boolean near(float[][] some, float[][] others) {
        for (int row = 0; row < some.length; row++) {
            for (int i = 0; i < some[row].length; i++) {
                // a number that is none is never near
                if (!(Math.abs(some[row][i] - others[row][i]) <= NOISE)) {
                    return false;
                }
            }
        }
        return true;
    }

    private Optional<String> expected() {
        try {
            return Optional.of(Files.readString(sum).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static void keep(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var aside = file.resolveSibling(file.getFileName() + ".part");
        Files.write(aside, content);
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String sumOf(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
