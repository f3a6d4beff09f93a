package org.articlerecommender.embedding;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** An ONNX graph that turns rows of token ids into one vector each. */
final class SentenceGraph implements AutoCloseable {

    private static final String IDS = "input_ids";
    private static final String MASK = "attention_mask";
    private static final String TYPES = "token_type_ids";
    private static final Set<String> KNOWN = Set.of(IDS, MASK, TYPES);

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final Set<String> inputs;
    private final String output;

    private SentenceGraph(OrtEnvironment environment, OrtSession session, Set<String> inputs, String output) {
        this.environment = environment;
        this.session = session;
        this.inputs = inputs;
        this.output = output;
    }

    /**
     * @throws OrtException if the file is not a graph, or one that does not fit the machine
     * @throws IOException if its inputs or outputs are not those of a sentence model; the message says which
     */
    static SentenceGraph open(ModelFiles files) throws OrtException, IOException {
        if (files.directory().isPresent()) {
            return open(files.directory().get().resolve(ModelFiles.GRAPH));
        }
        return open(files.graph());
    }

    /** The same of a graph in a file. */
    static SentenceGraph open(Path graph) throws OrtException, IOException {
        return open((environment, options) -> environment.createSession(graph.toString(), options));
    }

    /** The same of a graph in memory. */
    static SentenceGraph open(byte[] graph) throws OrtException, IOException {
        return open((environment, options) -> environment.createSession(graph, options));
    }

    @FunctionalInterface
    private interface Opening {
        OrtSession session(OrtEnvironment environment, OrtSession.SessionOptions options) throws OrtException;
    }

    private static SentenceGraph open(Opening opening) throws OrtException, IOException {
        var environment = OrtEnvironment.getEnvironment();
        try (var options = new OrtSession.SessionOptions()) {
            // callers are the threads: two texts side by side take half the time of two threads on one text
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            // it keeps for each session what the longest text once took, and saves no time
            options.setCPUArenaAllocator(false);
            options.setMemoryPatternOptimization(false);
            // what goes wrong comes as an exception with the same words
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
            var session = opening.session(environment, options);
            try {
                return new SentenceGraph(
                        environment, session, inputs(session.getInputInfo()), output(session.getOutputInfo()));
            } catch (IOException | OrtException | RuntimeException e) {
                session.close();
                throw e;
            }
        }
    }

    /** One vector of unit length per row, the mean of its tokens'; all rows have one length. */
    float[][] vectors(long[][] rows) throws OrtException {
        return vectors(rows, rows[0].length);
    }

    /**
     * The same from the first tokens of each row alone.
     *
     * @param pooled how many tokens make the vector; no matter to a graph that gives one vector per row itself
     */
    float[][] vectors(long[][] rows, int pooled) throws OrtException {
        int width = rows[0].length;
        var ids = new long[rows.length * width];
        var mask = new long[rows.length * width];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(rows[row], 0, ids, row * width, width);
        }
        Arrays.fill(mask, 1);
        var shape = new long[] {rows.length, width};
        var given = new HashMap<String, OnnxTensor>();
        try {
            given.put(IDS, OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape));
            given.put(MASK, OnnxTensor.createTensor(environment, LongBuffer.wrap(mask), shape));
            if (inputs.contains(TYPES)) {
                given.put(TYPES, OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[ids.length]), shape));
            }
            try (var result = session.run(given, Set.of(output))) {
                return unit(rows.length, pooled, (OnnxTensor) result.get(0));
            }
        } finally {
            given.values().forEach(OnnxTensor::close);
        }
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }

    private static float[][] unit(int rows, int pooled, OnnxTensor tensor) {
        var shape = tensor.getInfo().getShape();
        var numbers = tensor.getFloatBuffer();
        int size = (int) shape[shape.length - 1];
        var vectors = new float[rows][];
        for (int row = 0; row < rows; row++) {
            vectors[row] = shape.length == 2
                    ? sum(numbers, row * size, 1, size)
                    : sum(numbers, row * (int) shape[1] * size, pooled, size);
            toUnitLength(vectors[row]);
        }
        return vectors;
    }

    // The mean over the tokens points the same way as their sum
    private static float[] sum(FloatBuffer numbers, int start, int tokens, int size) {
        var sum = new float[size];
        var one = new float[size];
        for (int token = 0; token < tokens; token++) {
            numbers.get(start + token * size, one);
            for (int i = 0; i < size; i++) {
                sum[i] += one[i];
            }
        }
        return sum;
    }

    private static void toUnitLength(float[] vector) {
        double squares = 0;
        for (float number : vector) {
            squares += (double) number * number;
        }
        double length = Math.sqrt(squares);
        for (int i = 0; i < vector.length && length > 0; i++) {
            vector[i] = (float) (vector[i] / length);
        }
    }

    private static Set<String> inputs(Map<String, NodeInfo> infos) throws IOException {
        if (!infos.containsKey(IDS) || !infos.containsKey(MASK) || !KNOWN.containsAll(infos.keySet())) {
            throw new IOException(
                    "its inputs are %s; expected %s, %s and perhaps %s".formatted(infos.keySet(), IDS, MASK, TYPES));
        }
        for (var info : infos.values()) {
            if (!(info.getInfo() instanceof TensorInfo tensor)
                    || tensor.type != OnnxJavaType.INT64
                    || tensor.getShape().length != 2) {
                throw new IOException("its input %s is not a table of 64-bit whole numbers".formatted(info.getName()));
            }
        }
        return Set.copyOf(infos.keySet());
    }

    // A graph may carry a pooler_output of rank 2 that is not trained for similarity: the vector of the sentence by its
    // name first, then the vectors of the tokens, then whatever else there is one of per text
    private static String output(Map<String, NodeInfo> infos) throws IOException {
        if (rank(infos.get("sentence_embedding")) == 2) {
            return "sentence_embedding";
        }
        for (int rank : new int[] {3, 2}) {
            for (var info : infos.values()) {
                if (rank(info) == rank) {
                    return info.getName();
                }
            }
        }
        throw new IOException(
                "its outputs %s have neither a vector per token nor one per text".formatted(infos.keySet()));
    }

    private static int rank(NodeInfo info) {
        return info != null && info.getInfo() instanceof TensorInfo tensor && tensor.type == OnnxJavaType.FLOAT
                ? tensor.getShape().length
                : 0;
    }
}
