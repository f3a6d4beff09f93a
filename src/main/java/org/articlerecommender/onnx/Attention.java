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
        float divisor =
                graph.constant(scaled.get().inputs().get(1)).map(Tensor::number).orElse(Float.NaN);
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

    /** Puts the one operation in the place of the many. */
    void fuse(Graph graph, String mask) {
        graph.replace(end, quantised(graph, mask).orElseGet(() -> plain(mask)));
    }

    private Node plain(String mask) {
        var inputs = new ArrayList<>(projections.stream().map(Node::output).toList());
        inputs.addAll(List.of("", mask));
        return Node.of(OWN, "MultiHeadAttention", inputs, end.output()).with("num_heads", heads);
    }

    // Three products of the same numbers in int8 become one; empty when they are not that
    private Optional<Node> quantised(Graph graph, String mask) {
        var products = new ArrayList<Projection>();
        for (var sum : projections) {
            Projection.of(sum, graph).ifPresent(products::add);
        }
        if (products.size() < 3
                || products.stream().map(Projection::source).distinct().count() > 1) {
            return Optional.empty();
        }
        var source = products.get(0).source();
        var inputs = List.of(
                source.outputs().get(0),
                together(
                        graph,
                        "weight",
                        products.stream().map(Projection::weight).toList()),
                together(graph, "bias", products.stream().map(Projection::bias).toList()),
                source.outputs().get(1),
                together(
                        graph, "scale", products.stream().map(Projection::scale).toList()),
                mask,
                source.outputs().get(2),
                together(graph, "zero", products.stream().map(Projection::zero).toList()));
        return Optional.of(Node.of(OWN, "QAttention", inputs, end.output()).with("num_heads", heads));
    }

    private String together(Graph graph, String what, List<Tensor> three) {
        var name = end.output() + "/together/" + what;
        graph.add(Tensor.beside(name, three.get(0), three.get(1), three.get(2)));
        return name;
    }
}
