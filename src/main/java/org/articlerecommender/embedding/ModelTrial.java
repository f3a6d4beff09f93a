package org.articlerecommender.embedding;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import org.articlerecommender.embedding.SentenceModel.Limits;

/** Whether files make a sentence model: what can be wrong with them, in words that name the file. */
final class ModelTrial {

    private ModelTrial() {}

    static Tokens tokens(ModelFiles files, Limits limits) {
        try {
            return Tokens.of(files.tokenizer(), limits.tokens());
        } catch (IOException e) {
            throw unusable(files, ModelFiles.TOKENIZER, "cannot be used: " + e.getMessage(), e);
        }
    }

    /**
     * How many numbers the vectors of the model have.
     *
     * @throws ModelUnusable if the graph does not fit the tokenizer or the limits
     */
    static int dimension(ModelFiles files, Tokens tokens, SentenceGraph graph, Limits limits) throws OrtException {
        var sentence = graph.vectors(new long[][] {tokens.of("A sentence to try the model with.")})[0];
        for (float number : sentence) {
            if (!Float.isFinite(number)) {
                throw unusable(files, ModelFiles.GRAPH, "gives vectors with numbers that are not finite", null);
            }
        }
        // A graph tells neither how many tokens it knows nor how long a text may be; trying both is the only way to
        // know
        try {
            graph.vectors(new long[][] {{tokens.highestId()}});
        } catch (OrtException e) {
            throw unusable(
                    files,
                    ModelFiles.TOKENIZER,
                    "gives token ids up to %d, which %s does not know; they are of different models"
                            .formatted(tokens.highestId(), ModelFiles.GRAPH),
                    e);
        }
        try {
            graph.vectors(new long[][] {tokens.of("word ".repeat(limits.tokens()))});
        } catch (OrtException e) {
            throw unusable(
                    files,
                    ModelFiles.GRAPH,
                    "does not take %d tokens; set embedding.max-tokens to what the model was trained for"
                            .formatted(limits.tokens()),
                    e);
        }
        return sentence.length;
    }

    static ModelUnusable unusable(ModelFiles files, String file, String complaint, Exception cause) {
        return new ModelUnusable("The embedding model in %s: %s %s".formatted(files.place(), file, complaint), cause);
    }
}
