package org.articlerecommender.bench;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;

/**
 * What came of a closed loop: each client sends its next request when it has the answer to the last.
 *
 * @param milliseconds of each request
 * @param cpuEach milliseconds of processor time that a request cost the application
 * @param perSecond requests that all clients together got answered in a second
 */
record Load(Sample milliseconds, double cpuEach, double perSecond) {

    /**
     * Runs the loop.
     *
     * @param request the request with this number; numbers are not used twice
     * @throws IllegalStateException when an answer is not a 2xx
     */
    static Load closedLoop(Application application, int clients, int requestsEach, IntFunction<HttpRequest> request)
            throws InterruptedException {
        var pool = Executors.newFixedThreadPool(clients);
        try {
            var work = new ArrayList<Callable<double[]>>();
            for (int client = 0; client < clients; client++) {
                int first = client * requestsEach;
                work.add(() -> oneClient(application.calls(), first, requestsEach, request));
            }
            double cpu = application.cpu();
            long begin = System.nanoTime();
            var done = pool.invokeAll(work);
            double seconds = (System.nanoTime() - begin) / 1e9;
            double cpuEach = (application.cpu() - cpu) / (clients * requestsEach);
            var all = DoubleStream.empty();
            for (var times : done) {
                all = DoubleStream.concat(all, DoubleStream.of(times.get()));
            }
            return new Load(new Sample(all.toArray()), cpuEach, clients * requestsEach / seconds);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private static double[] oneClient(Calls calls, int first, int count, IntFunction<HttpRequest> request)
            throws Exception {
        var times = new double[count];
        for (int i = 0; i < count; i++) {
            var next = request.apply(first + i);
            long begin = System.nanoTime();
            calls.send(next);
            times[i] = (System.nanoTime() - begin) / 1e6;
        }
        return times;
    }
}
