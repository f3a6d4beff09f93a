package org.articlerecommender.bench;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Searches by some clients at once, each beginning the next when the last is answered. */
class SearchLoad {

    static final int COUNT = 100;

    private SearchLoad() {}

    /** The milliseconds of each search. */
    static Sample run(Search search, VectorCorpus corpus, int clients, double seconds) throws Exception {
        var pool = Executors.newFixedThreadPool(clients);
        try {
            var work = IntStream.range(0, clients)
                    .<Callable<double[]>>mapToObj(client -> () -> client(search, corpus, client, seconds))
                    .toList();
            var all = new ArrayList<Double>();
            for (var future : pool.invokeAll(work)) {
                for (double one : future.get()) {
                    all.add(one);
                }
            }
            return new Sample(all.stream().mapToDouble(one -> one).toArray());
        } finally {
            pool.shutdown();
        }
    }

    private static double[] client(Search search, VectorCorpus corpus, int client, double seconds) throws Exception {
        var times = new ArrayList<Double>();
        long end = System.nanoTime() + (long) (seconds * 1e9);
        for (int i = client; System.nanoTime() < end; i++) {
            long start = System.nanoTime();
            if (search.nearest(corpus.query(i), COUNT).size() != COUNT) {
                throw new IllegalStateException("found too few");
            }
            times.add((System.nanoTime() - start) / 1e6);
        }
        return times.stream().mapToDouble(one -> one).toArray();
    }
}
