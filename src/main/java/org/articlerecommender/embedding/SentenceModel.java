package org.articlerecommender.embedding;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.articlerecommender.onnx.FusedGraph;

/** One opened sentence model. */
final class SentenceModel implements Embedder, AutoCloseable {

    /**
     * What a model is run with.
     *
     * @param tokens how many tokens of a text count
     * @param batch how many texts go through the graph together
     * @param threads how many texts are worked on at the same time for one caller
     * @param rewritten whether its graph is rewritten for speed, where it can be
     */
    record Limits(int tokens, int batch, int threads, boolean rewritten) {

        Limits asItCame() {
            return new Limits(tokens, batch, threads, false);
        }
    }

    private static final int CLOSE_PATIENCE_SECONDS = 10;

    private final String id;
    private final Tokens tokens;
    private final SentenceGraph graph;
    private final Limits limits;
    private final ExecutorService pool;
    private final ReadWriteLock use = new ReentrantReadWriteLock();
    private boolean closed;
    private final int dimension;

    private SentenceModel(String id, Tokens tokens, SentenceGraph graph, Limits limits, int dimension) {
        this.id = id;
        this.tokens = tokens;
        this.graph = graph;
        this.limits = limits;
        this.dimension = dimension;
        this.pool = Executors.newFixedThreadPool(Math.max(1, limits.threads() - 1), SentenceModel::daemon);
    }

    /**
     * What the model in these files is called: its vectors depend on the files, on where texts are cut and, since numbers
     * of eight bits round far, on the form of the graph.
     */
    static String id(ModelFiles files, Limits limits) {
        var id = "%s-%s-%d".formatted(files.name(), files.digest().substring(0, 12), limits.tokens());
        return limits.rewritten() ? id + "-" + FusedGraph.FORM : id;
    }

    /**
     * Opens the model and tries it. One that is to be rewritten and cannot be runs as it came, and is called so.
     *
     * @param kept where rewritten graphs are kept
     * @throws ModelUnusable if its files do not make a sentence model; the message names the file and what is wrong
     */
    static SentenceModel open(ModelFiles files, Limits limits, Path kept) {
        var tokens = ModelTrial.tokens(files, limits);
        SentenceGraph graph = null;
        try {
            var rewritten = limits.rewritten() && !files.hasWeightsBeside()
                    ? new KeptGraph(kept, files).open(files, tokens)
                    : Optional.<SentenceGraph>empty();
            graph = rewritten.isPresent() ? rewritten.get() : SentenceGraph.open(files);
            int dimension = ModelTrial.dimension(files, tokens, graph, limits);
            var id = id(files, rewritten.isPresent() ? limits : limits.asItCame());
            return new SentenceModel(id, tokens, graph, limits, dimension);
        } catch (OrtException e) {
            close(tokens, graph);
            throw ModelTrial.unusable(
                    files, ModelFiles.GRAPH, "is not a graph that ONNX Runtime can load: " + e.getMessage(), e);
        } catch (IOException e) {
            close(tokens, graph);
            throw ModelTrial.unusable(files, ModelFiles.GRAPH, "is not a sentence model: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            close(tokens, graph);
            throw e;
        }
    }

    @Override
    public String model() {
        return id;
    }

    @Override
    public int dimension() {
        return dimension;
    }

    // Dynamic quantisation scales by the largest number in the batch, and so does padding: in a batch of 8 a text of
    // the shipped model gets a vector up to 0.006 away in cosine. So texts go through by themselves, on all cores,
    // which is as fast; only a model in float32 is worth a larger batch, of texts of one length.
    @Override
    public List<float[]> embed(List<String> texts) {
        use.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("the model %s is closed".formatted(id));
            }
            return compute(texts);
        } finally {
            use.readLock().unlock();
        }
    }

    private List<float[]> compute(List<String> texts) {
        var rows = texts.stream().map(tokens::of).toArray(long[][]::new);
        var vectors = new float[rows.length][];
        inParallel(batches(rows), together -> {
            var made = vectors(together.stream().map(row -> rows[row]).toArray(long[][]::new));
            for (int i = 0; i < made.length; i++) {
                vectors[together.get(i)] = made[i];
            }
        });
        return List.of(vectors);
    }

    private List<List<Integer>> batches(long[][] rows) {
        var byLength = IntStream.range(0, rows.length)
                .boxed()
                .sorted(Comparator.comparingInt((Integer row) -> rows[row].length)
                        .reversed())
                .toList();
        var batches = new ArrayList<List<Integer>>();
        for (int from = 0, to; from < rows.length; from = to) {
            int length = rows[byLength.get(from)].length;
            to = from + 1;
            while (to < rows.length && to - from < limits.batch() && rows[byLength.get(to)].length == length) {
                to++;
            }
            batches.add(byLength.subList(from, to));
        }
        return batches;
    }

    // The caller works too, so a query never waits for the thousand texts of somebody else
    private void inParallel(List<List<Integer>> batches, Consumer<List<Integer>> work) {
        var next = new AtomicInteger();
        Runnable share = () -> {
            for (int i = next.getAndIncrement(); i < batches.size(); i = next.getAndIncrement()) {
                work.accept(batches.get(i));
            }
        };
        var helpers = IntStream.range(1, Math.min(limits.threads(), batches.size()))
                .mapToObj(i -> CompletableFuture.runAsync(share, pool))
                .toList();
        share.run();
        helpers.forEach(CompletableFuture::join);
    }

    @Override
    public void close() {
        try {
            // a session that is closed while it computes takes the process with it; left open it only costs memory
            if (!use.writeLock().tryLock(CLOSE_PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        try {
            if (!closed) {
                closed = true;
                pool.shutdownNow();
                close(tokens, graph);
            }
        } finally {
            use.writeLock().unlock();
        }
    }

    private float[][] vectors(long[][] rows) {
        try {
            return graph.vectors(rows);
        } catch (OrtException e) {
            throw new IllegalStateException(
                    "the model %s failed on %d texts of %d tokens".formatted(id, rows.length, rows[0].length), e);
        }
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "embedding");
        thread.setDaemon(true);
        return thread;
    }

    private static void close(Tokens tokens, SentenceGraph graph) {
        tokens.close();
        try {
            if (graph != null) {
                graph.close();
            }
        } catch (OrtException e) {
            throw new IllegalStateException("closing an embedding model", e);
        }
    }
}
