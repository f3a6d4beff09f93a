package org.articlerecommender.bench;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;

/**
 * What came of many requests.
 *
 * @param milliseconds of each request
 * @param cpuEach milliseconds of processor time that a request cost the application
 * @param bytesEach bytes that a request made the application allocate
 * @param perSecond requests that all clients together got answered in a second
 */
record Load(Sample milliseconds, double cpuEach, double bytesEach, double perSecond) {

    // More than are ever on their way while the pace can be kept
    private static final int PACED = 128;

    /**
     * Runs a closed loop: each client sends its next request when it has the answer to the last.
     *
     * @param request the request with this number; numbers are not used twice
     * @throws IllegalStateException when an answer is not a 2xx
     */
    static Load closedLoop(Application application, int clients, int requestsEach, IntFunction<Request> request)
            throws InterruptedException {
        var pool = Executors.newFixedThreadPool(clients);
        try {
            var work = new ArrayList<Callable<double[]>>();
            for (int client = 0; client < clients; client++) {
                int first = client * requestsEach;
                work.add(() -> oneClient(application.calls(), first, requestsEach, request));
            }
            var allocated = application.allocation().now();
            double cpu = application.cpu();
            long begin = System.nanoTime();
            var done = pool.invokeAll(work);
            double seconds = (System.nanoTime() - begin) / 1e9;
            int requests = clients * requestsEach;
            double cpuEach = (application.cpu() - cpu) / requests;
            double bytesEach = application.allocation().since(allocated) / (double) requests;
            var all = DoubleStream.empty();
            for (var times : done) {
                all = DoubleStream.concat(all, DoubleStream.of(times.get()));
            }
            return new Load(new Sample(all.toArray()), cpuEach, bytesEach, requests / seconds);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    /**
     * Sends requests at a steady pace, whether or not those before are answered. The time of each counts from when it was
     * due, so that waiting behind a slow one counts.
     *
     * @throws IllegalStateException when an answer is not a 2xx
     */
    static Load openLoop(Application application, double perSecond, int requests, IntFunction<Request> request)
            throws InterruptedException {
        var pool = Executors.newFixedThreadPool(PACED);
        try {
            var times = new double[requests];
            var allocated = application.allocation().now();
            double cpu = application.cpu();
            long begin = System.nanoTime();
            var work = new ArrayList<Callable<Void>>();
            var next = new AtomicInteger();
            for (int thread = 0; thread < PACED; thread++) {
                work.add(() -> {
                    for (int i = next.getAndIncrement(); i < requests; i = next.getAndIncrement()) {
                        long due = begin + (long) (i * 1e9 / perSecond);
                        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                            LockSupport.parkNanos(left);
                        }
                        application.calls().send(request.apply(i));
                        times[i] = (System.nanoTime() - due) / 1e6;
                    }
                    return null;
                });
            }
            for (var done : pool.invokeAll(work)) {
                done.get();
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            double cpuEach = (application.cpu() - cpu) / requests;
            double bytesEach = application.allocation().since(allocated) / (double) requests;
            return new Load(new Sample(times), cpuEach, bytesEach, requests / seconds);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private static double[] oneClient(Calls calls, int first, int count, IntFunction<Request> request)
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
