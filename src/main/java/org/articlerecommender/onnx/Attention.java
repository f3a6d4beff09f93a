package org.articlerecommender.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Attention as exporters write it, some forty operations, and as ONNX Runtime has it, one.
 *
 * @param projections what gives the queries, the keys and the values: sums with a bias
 * @param end the operation whose output all of it is for
 * @param heads how many heads there are
 */
record Attention(List<Node> projections, Node end, int heads) {

    private static final String OWN = "com.microsoft";
    private static final List<Long> BY_HEAD = List.of(0L, 2L, 1L, 3L);
    private static final List<Long> TURNED = List.of(0L, 2L, 3L, 1L);

    /** Around a softmax; empty when it is not written as expected. */
    static Optional<Attention> around(Node softmax, Graph graph, String mask) {
        var masked = graph.maker(softmax.inputs().get(0), "Add").orElse(null);
        if (masked == null || !graph.sources(masked.inputs().get(1)).equals(Set.of(mask))) {
            return Optional.empty();
        }
        var scaled = graph.maker(masked.inputs().get(0), "Div");
        var product = scaled.flatMap(div -> graph.maker(div.inputs().get(0), "MatMul"));
        var weighted = graph.user(softmax.output(), "MatMul");
        var end = weighted.flatMap(sum -> graph.user(sum.output(), "Transpose"))
                .filter(turn -> turn.ints("perm").equals(BY_HEAD))
                .flatMap(turn -> graph.user(turn.output(), "Reshape"));
        if (product.isEmpty()
                || end.isEmpty()
                || !weighted.get().inputs().get(0).equals(softmax.output())) {
            return Optional.empty();
        }
        var projections = new ArrayList<Node>();
        projection(product.get().inputs().get(0), BY_HEAD, graph).ifPresent(projections::add);
        projection(product.get().inputs().get(1), TURNED, graph).ifPresent(projections::add);
        projection(weighted.get().inputs().get(1), BY_HEAD, graph).ifPresent(projections::add);
        float divisor = graph.number(scaled.get().inputs().get(1));
        int headSize = Math.round(divisor * divisor);
        if (projections.size() < 3 || headSize < 1) {
            return Optional.empty();
        }
        int width =
                graph.constant(projections.get(0).inputs().get(0)).orElseThrow().width();
        return width % headSize == 0
                ? Optional.of(new Attention(projections, end.get(), width / headSize))
                : Optional.empty();
    }

    private static Optional<Node> projection(String value, List<Long> order, Graph graph) {
        return graph.maker(value, "Transpose")
                .filter(turn -> turn.ints("perm").equals(order))
                .flatMap(turn -> graph.maker(turn.inputs().get(0), "Reshape"))
                .flatMap(shape -> graph.maker(shape.inputs().get(0), "Add"))
                .filter(sum -> graph.constant(sum.inputs().get(0)).isPresent());
    }

    /**
     * Puts the one operation in the place of the many.
     *
     * <p>It looks at no mask: without one ONNX Runtime computes it in blocks that stay in the processor's cache.
     */
    void fuse(Graph graph) {
        var inputs = projections.stream().map(Node::output).toList();
        graph.replace(
                end, Node.of(OWN, "MultiHeadAttention", inputs, end.output()).with("num_heads", heads));
    }
}
