package org.articlerecommender.bench;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.articlerecommender.embedding.Embedder;
import org.articlerecommender.embedding.OpenedModel;

/**
 * Ways to make vectors, by name.
 *
 * <p>The tokenizer that ships with the model says to cut at 128 tokens, and langchain4j's class does; ours cuts where it is
 * told, in the product at 256. So both are compared at 128, and at 256, where their class is given the same tokenizer with
 * another limit.
 */
class EmbeddingVariants {

    /** Embeds some texts. */
    @FunctionalInterface
    interface Texts {
        void embed(List<String> texts);
    }

    static final String OURS = "int8";
    static final String THEIRS = "langchain4j int8";
    static final String OURS_32 = "float32";
    static final String THEIRS_32 = "langchain4j float32";

    private static final String SHIPPED = "/all-minilm-l6-v2-q";
    private static final String LIMIT = "\"max_length\":\\s*128";

    private final Optional<Path> float32;

    EmbeddingVariants(Optional<Path> float32) {
        this.float32 = float32;
    }

    /** At 128 tokens, where langchain4j's class cuts as it is shipped. */
    Map<String, Texts> short128() {
        var variants = new LinkedHashMap<String, Texts>();
        variants.put(OURS, ours(OpenedModel.in(Optional.empty(), 128)));
        variants.put(OURS + ", graph as it came", ours(OpenedModel.asItCame(Optional.empty(), 128)));
        variants.put(THEIRS, theirs(new AllMiniLmL6V2QuantizedEmbeddingModel()));
        float32.ifPresent(files -> {
            variants.put(OURS_32, ours(OpenedModel.in(float32, 128)));
            variants.put(THEIRS_32, theirs(cut(files.resolve("model.onnx"), files.resolve("tokenizer.json"))));
        });
        return variants;
    }

    /** At 256 tokens, where the product cuts. */
    Map<String, Texts> long256() throws IOException {
        var files = Files.createTempDirectory("bench-model-");
        var graph = files.resolve("model.onnx");
        var tokenizer = files.resolve("tokenizer.json");
        Files.write(graph, shipped(".onnx"));
        var json = new String(shipped("-tokenizer.json"), StandardCharsets.UTF_8);
        var longer = json.replaceFirst(LIMIT, "\"max_length\": 256");
        if (longer.equals(json)) {
            throw new IOException("the shipped tokenizer does not cut at 128 tokens any more");
        }
        Files.writeString(tokenizer, longer);
        var variants = new LinkedHashMap<String, Texts>();
        variants.put(OURS, ours(OpenedModel.in(Optional.empty(), 256)));
        variants.put(OURS + ", graph as it came", ours(OpenedModel.asItCame(Optional.empty(), 256)));
        variants.put(THEIRS, theirs(cut(graph, tokenizer)));
        Files.delete(graph);
        Files.delete(tokenizer);
        Files.delete(files);
        return variants;
    }

    private static EmbeddingModel cut(Path graph, Path tokenizer) {
        return new OnnxEmbeddingModel(graph, tokenizer, PoolingMode.MEAN);
    }

    private static byte[] shipped(String ending) throws IOException {
        try (var in = EmbeddingVariants.class.getResourceAsStream(SHIPPED + ending)) {
            return in.readAllBytes();
        }
    }

    private static Texts ours(Embedder embedder) {
        return embedder::embed;
    }

    private static Texts theirs(EmbeddingModel model) {
        return texts -> model.embedAll(texts.stream().map(TextSegment::from).toList());
    }
}
