package org.articlerecommender.bench;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Map;
import org.articlerecommender.onnx.ProductGraph;

/** How many multiplications ONNX Runtime makes in a second of one core, in products of the shape of a sentence model's. */
class MatrixPeak {

    private static final int TOKENS = 192;
    private static final int WIDTH = 384;
    private static final int INNER = 1536;
    private static final int TIMES = 60;
    private static final int ROUNDS = 7;

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();

    /** In 10^9 a second, over rounds. */
    Sample float32() throws OrtException {
        var numbers = FloatBuffer.allocate(TOKENS * WIDTH);
        try (var left = OnnxTensor.createTensor(environment, numbers, new long[] {TOKENS, WIDTH})) {
            return measured(ProductGraph.float32(WIDTH, INNER), left);
        }
    }

    /** The same in int8. */
    Sample int8() throws OrtException {
        var numbers = ByteBuffer.allocateDirect(TOKENS * WIDTH);
        try (var left = OnnxTensor.createTensor(environment, numbers, new long[] {TOKENS, WIDTH}, OnnxJavaType.UINT8)) {
            return measured(ProductGraph.int8(WIDTH, INNER), left);
        }
    }

    private Sample measured(byte[] graph, OnnxTensor left) throws OrtException {
        var threads = ManagementFactory.getThreadMXBean();
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            try (var session = environment.createSession(graph, options)) {
                var rates = new double[ROUNDS];
                for (int round = -1; round < ROUNDS; round++) {
                    long start = threads.getCurrentThreadCpuTime();
                    for (int i = 0; i < TIMES; i++) {
                        session.run(Map.of(ProductGraph.LEFT, left)).close();
                    }
                    if (round >= 0) {
                        rates[round] =
                                (double) TIMES * TOKENS * WIDTH * INNER / (threads.getCurrentThreadCpuTime() - start);
                    }
                }
                return new Sample(rates);
            }
        }
    }
}
