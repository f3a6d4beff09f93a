package org.articlerecommender.onnx;

import java.util.List;
import java.util.Optional;

/**
 * A sum and its normalisation by layer, as exporters write them, and as ONNX Runtime has them, in one operation. Its
 * operation for the normalisation alone takes four times as long.
 *
 * @param sum what is normalised
 * @param end the operation whose output all of it is for
 */
record Normalisation(Node sum, String weight, String bias, float epsilon, Node end) {

    private static final String OWN = "com.microsoft";
    private static final float USUAL_EPSILON = 1e-5f;
    private static final float SQUARE = 2;
    private static final List<Long> LAST = List.of(-1L);

    /** Around a square root, or at the operation of ONNX's own; empty when it is not written as expected. */
    static Optional<Normalisation> at(Node node, Graph graph) {
        return switch (node.operator()) {
            case "Sqrt" -> around(node, graph);
            case "LayerNormalization" -> of(node, graph);
            default -> Optional.empty();
        };
    }

    private static Optional<Normalisation> around(Node root, Graph graph) {
        var shifted = graph.maker(root.inputs().get(0), "Add");
        var difference = shifted.flatMap(add -> graph.maker(add.inputs().get(0), "ReduceMean"))
                .filter(mean -> mean.ints("axes").equals(LAST))
                .flatMap(mean -> graph.maker(mean.inputs().get(0), "Pow"))
                .filter(power -> graph.number(power.inputs().get(1)) == SQUARE)
                .flatMap(power -> graph.maker(power.inputs().get(0), "Sub"));
        var mean = difference
                .flatMap(sub -> graph.maker(sub.inputs().get(1), "ReduceMean"))
                .filter(node -> node.ints("axes").equals(LAST))
                .filter(node ->
                        node.inputs().get(0).equals(difference.get().inputs().get(0)));
        var scaled = graph.user(root.output(), "Div")
                .filter(div -> mean.isPresent()
                        && div.inputs().get(0).equals(difference.get().output()))
                .flatMap(div -> graph.user(div.output(), "Mul"));
        var end = scaled.flatMap(mul -> graph.user(mul.output(), "Add"));
        if (end.isEmpty()) {
            return Optional.empty();
        }
        float epsilon = graph.number(shifted.get().inputs().get(1));
        return normalised(mean.get().inputs().get(0), scaled.get().inputs().get(1), epsilon, end.get(), graph);
    }

    private static Optional<Normalisation> of(Node node, Graph graph) {
        var axis = node.ints("axis");
        return node.inputs().size() < 3 || !axis.isEmpty() && !axis.equals(LAST)
                ? Optional.empty()
                : normalised(
                        node.inputs().get(0),
                        node.inputs().get(1),
                        node.number("epsilon").orElse(USUAL_EPSILON),
                        node,
                        graph);
    }

    private static Optional<Normalisation> normalised(
            String value, String weight, float epsilon, Node end, Graph graph) {
        var bias = end.inputs().get(end.inputs().size() - 1);
        var sum = graph.maker(value, "Add")
                .filter(add -> add.inputs().stream()
                        .noneMatch(input -> graph.constant(input).isPresent()));
        return sum.isPresent()
                        && epsilon > 0
                        && graph.constant(weight).isPresent()
                        && graph.constant(bias).isPresent()
                ? Optional.of(new Normalisation(sum.get(), weight, bias, epsilon, end))
                : Optional.empty();
    }

    /**
     * Puts the one operation in the place of the many.
     *
     * @param tokens the input of the graph that has a number for each token; what is computed from it has the full
     *     shape, while places of tokens are the same for all texts and may come only second
     */
    void fuse(Graph graph, String tokens) {
        boolean inOrder = graph.computedFrom(sum.inputs().get(0), tokens);
        var inputs = List.of(sum.inputs().get(inOrder ? 0 : 1), sum.inputs().get(inOrder ? 1 : 0), weight, bias);
        graph.replace(
                end,
                Node.of(OWN, "SkipLayerNormalization", inputs, end.output()).with("epsilon", epsilon));
    }
}
