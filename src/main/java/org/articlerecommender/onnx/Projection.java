package org.articlerecommender.onnx;

import java.util.Optional;

/**
 * A product in int8 with a bias, as dynamic quantisation writes it.
 *
 * @param source the operation that quantises what is multiplied: numbers, scale, zero point
 */
record Projection(Node source, Tensor weight, Tensor zero, Tensor scale, Tensor bias) {

    /** What this sum with a bias is made of; empty when it is made of something else. */
    static Optional<Projection> of(Node sum, Graph graph) {
        var scaled = graph.maker(sum.inputs().get(1), "Mul");
        var product = scaled.flatMap(mul -> graph.maker(mul.inputs().get(0), "Cast"))
                .flatMap(cast -> graph.maker(cast.inputs().get(0), "MatMulInteger"))
                .filter(node -> node.inputs().size() == 4);
        var scales = scaled.flatMap(mul -> graph.maker(mul.inputs().get(1), "Mul"));
        var source = product.flatMap(node -> graph.maker(node.inputs().get(0), "DynamicQuantizeLinear"));
        if (source.isEmpty() || scales.isEmpty()) {
            return Optional.empty();
        }
        var weight = graph.constant(product.get().inputs().get(1));
        var zero = graph.constant(product.get().inputs().get(3));
        var scale = graph.constant(scales.get().inputs().get(1));
        var bias = graph.constant(sum.inputs().get(0));
        boolean whole = weight.isPresent()
                && zero.isPresent()
                && scale.isPresent()
                && bias.isPresent()
                && zero.get().width() == weight.get().width()
                && scale.get().width() == weight.get().width();
        return whole
                ? Optional.of(new Projection(source.get(), weight.get(), zero.get(), scale.get(), bias.get()))
                : Optional.empty();
    }
}
