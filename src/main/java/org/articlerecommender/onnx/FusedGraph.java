package org.articlerecommender.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rewrites the graph of a sentence model so that ONNX Runtime needs fewer and larger operations for it. */
public final class FusedGraph {

    private static final String MASK = "attention_mask";
    private static final String MASK_32 = "attention_mask_32";
    private static final long INT32 = 6;

    private FusedGraph() {}

    /**
     * The model with one operation for each attention; normalisations and activations ONNX Runtime fuses by itself. Empty
     * when it is not written in a form known here: then it is used as it is.
     */
    public static Optional<byte[]> of(byte[] model) {
        try {
            var graph = Graph.read(model);
            var found = new ArrayList<Attention>();
            for (var node : graph.nodes()) {
                if (node.operator().equals("Softmax")) {
                    Attention.around(node, graph, MASK).ifPresent(found::add);
                }
            }
            if (found.isEmpty()) {
                return Optional.empty();
            }
            found.forEach(attention -> attention.fuse(graph, MASK_32));
            graph.addFirst(Node.of("", "Cast", List.of(MASK), MASK_32).with("to", INT32));
            return Optional.of(graph.write("com.microsoft"));
        } catch (RuntimeException e) {
            // whoever opens the graph as it is says what is wrong with it
            return Optional.empty();
        }
    }
}
