package org.articlerecommender.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FusedGraphTest {

    private static final int LAYERS = 6;

    @Test
    void hasOneOperationForEachAttentionAndEachNormalisationOfTheShippedModel() throws IOException {
        var fused = Graph.read(FusedGraph.of(shipped()).orElseThrow());

        var counts = fused.nodes().stream().collect(Collectors.groupingBy(Node::operator, Collectors.counting()));
        assertThat(counts)
                .containsEntry("MultiHeadAttention", (long) LAYERS)
                .containsEntry("SkipLayerNormalization", 2L * LAYERS + 1)
                .doesNotContainKeys("Softmax", "Transpose", "ReduceMean", "Sqrt");
        assertThat(Graph.read(shipped()).nodes())
                .hasSizeGreaterThan(2 * fused.nodes().size());
    }

    @Test
    void addsThePlacesOfTokensToTheTokensAndNotTheOtherWayRound() throws IOException {
        var fused = Graph.read(FusedGraph.of(shipped()).orElseThrow());

        var first = fused.nodes().stream()
                .filter(node -> node.operator().equals("SkipLayerNormalization"))
                .findFirst()
                .orElseThrow();
        assertThat(fused.computedFrom(first.inputs().get(0), "input_ids")).isTrue();
        assertThat(fused.computedFrom(first.inputs().get(1), "input_ids")).isFalse();
        assertThat(fused.sources(first.inputs().get(1))).contains("input_ids");
        assertThat(first.number("epsilon")).hasValue(1e-12f);
    }

    @Test
    void leavesAGraphThatItHasRewrittenOnceAsItIs() throws IOException {
        assertThat(FusedGraph.of(FusedGraph.of(shipped()).orElseThrow())).isEmpty();
    }

    @Test
    void leavesWhatIsNoGraphToOthers() throws IOException {
        assertThat(FusedGraph.of(new byte[0])).isEmpty();
        assertThat(FusedGraph.of(new byte[] {1, 2, 3})).isEmpty();
        assertThat(FusedGraph.of(Arrays.copyOf(shipped(), 1_000_000))).isEmpty();
    }

    @Test
    void writesAMessageAsItWasRead() throws IOException {
        assertThat(Message.read(ByteBuffer.wrap(shipped())).write()).isEqualTo(shipped());
    }

    private static byte[] shipped() throws IOException {
        try (var in = FusedGraphTest.class.getResourceAsStream("/all-minilm-l6-v2-q.onnx")) {
            return in.readAllBytes();
        }
    }
}
