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
    void hasOneOperationForEachAttentionOfTheShippedModel() throws IOException {
        var fused = Graph.read(FusedGraph.of(shipped()).orElseThrow());

        var counts = fused.nodes().stream().collect(Collectors.groupingBy(Node::operator, Collectors.counting()));
        assertThat(counts).containsEntry("QAttention", (long) LAYERS).doesNotContainKeys("Softmax", "Transpose");
        assertThat(counts.get("MatMulInteger")).isEqualTo(3L * LAYERS);
        assertThat(Graph.read(shipped()).nodes())
                .hasSizeGreaterThan(2 * fused.nodes().size());
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
