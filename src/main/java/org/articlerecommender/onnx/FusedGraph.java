package org.articlerecommender.onnx;

import java.util.ArrayList;
import java.util.Optional;

/** Rewrites the graph of a sentence model so that ONNX Runtime needs fewer and larger operations for it. */
public final class FusedGraph {

    /** Changes whenever the rewritten graph computes in another way, which rounds in another way. */
    public static final String FORM = "fused1";

    private static final String TOKENS = "input_ids";
    private static final String MASK = "attention_mask";

    private FusedGraph() {}

    /**
     * The model with one operation for each attention and for each normalised sum; activations and products in int8 ONNX
     * Runtime fuses by itself. It no longer looks at the mask, so all its texts must have one length. Empty when the
     * model is not written in a form known here: then it is used as it is.
     */
    public static Optional<byte[]> of(byte[] model) {
        try {
            var graph = Graph.read(model);
            var attentions = new ArrayList<Attention>();
            var normalisations = new ArrayList<Normalisation>();
            for (var node : graph.nodes()) {
                if (node.operator().equals("Softmax")) {
                    Attention.around(node, graph, MASK).ifPresent(attentions::add);
                }
                Normalisation.at(node, graph).ifPresent(normalisations::add);
            }
            if (attentions.isEmpty()) {
                return Optional.empty();
            }
            attentions.forEach(attention -> attention.fuse(graph));
            normalisations.forEach(normalisation -> normalisation.fuse(graph, TOKENS));
            return Optional.of(graph.write("com.microsoft"));
        } catch (RuntimeException e) {
            // whoever opens the graph as it is says what is wrong with it
            return Optional.empty();
        }
    }
}
