package org.articlerecommender.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NormalisationTest {

    private static final Node SUM = Node.of("", "Add", List.of("places", "words"), "sum");

    @Test
    void readsTheOperationOfNewerExporters() {
        var normalisation = found(SUM, operation().with("epsilon", 0.5f)).orElseThrow();

        assertThat(normalisation.weight()).isEqualTo("weight");
        assertThat(normalisation.bias()).isEqualTo("bias");
        assertThat(normalisation.epsilon()).isEqualTo(0.5f);
        assertThat(normalisation.sum().inputs()).containsExactly("places", "words");
    }

    @Test
    void takesTheEpsilonOfTheStandardWhereNoneIsGiven() {
        assertThat(found(SUM, operation()).orElseThrow().epsilon()).isEqualTo(1e-5f);
    }

    @Test
    void putsWhatIsComputedFromTheTokensFirst() {
        var graph = graph(SUM, operation());
        var normalisation = Normalisation.at(graph.nodes().get(1), graph).orElseThrow();

        normalisation.fuse(graph, "words");

        var fused = graph.nodes().get(1);
        assertThat(fused.operator()).isEqualTo("SkipLayerNormalization");
        assertThat(fused.inputs()).containsExactly("words", "places", "weight", "bias");
        assertThat(fused.outputs()).containsExactly("normal");
    }

    @Test
    void leavesWhatIsNormalisedInAnotherDirection() {
        assertThat(found(SUM, operation().with("axis", 1))).isEmpty();
    }

    @Test
    void leavesASumWithAConstantWhichMayBeOfAnotherShape() {
        assertThat(found(Node.of("", "Add", List.of("words", "bias"), "sum"), operation()))
                .isEmpty();
    }

    @Test
    void leavesANormalisationOfSomethingElseThanASum() {
        assertThat(found(Node.of("", "Mul", List.of("places", "words"), "sum"), operation()))
                .isEmpty();
    }

    private static Node operation() {
        return Node.of("", "LayerNormalization", List.of("sum", "weight", "bias"), "normal");
    }

    private static Optional<Normalisation> found(Node sum, Node normalisation) {
        var graph = graph(sum, normalisation);
        return Normalisation.at(graph.nodes().get(1), graph);
    }

    private static Graph graph(Node sum, Node normalisation) {
        var graph = new Message()
                .add(1, sum.message())
                .add(1, normalisation.message())
                .add(5, constant("weight"))
                .add(5, constant("bias"))
                .add(11, new Message().add(1, "places"))
                .add(11, new Message().add(1, "words"))
                .add(12, new Message().add(1, "normal"));
        return Graph.read(new Message().add(7, graph).write());
    }

    private static Message constant(String name) {
        var numbers = ByteBuffer.allocate(2 * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        return new Message().add(1, 2).add(2, 1).add(8, name).add(9, numbers);
    }
}
