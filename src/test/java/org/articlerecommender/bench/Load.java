package org.articlerecommender.bench;

import java.time.Duration;
import java.util.function.IntFunction;

/**
 * What came of many requests.
 *
 * @param milliseconds of each request
 * @param cpuEach milliseconds of processor time that a request cost the application
 * @param bytesEach bytes that a request made the application allocate
 * @param perSecond requests that all clients together got answered in a second
 */
record Load(Sample milliseconds, double cpuEach, double bytesEach, double perSecond) {

    private static final int WARMING = 4;
    private static final int WARM_UP_STEP = 100;
    private static final int LEAD_IN_SECONDS = 3;

    @FunctionalInterface
    interface Requests<E extends Exception> {
        /** Sends them and answers the milliseconds of each. */
        double[] send() throws E;
    }

    /** Runs {@link Sender#closedLoop}. */
    static Load closedLoop(Application application, int clients, int requestsEach, IntFunction<Request> request)
            throws InterruptedException {
        return measure(application, () -> Sender.one().closedLoop(clients, clients * requestsEach, request));
    }

    /**
     * Runs {@link Sender#openLoop}, after some seconds at the same pace that do not count: threads and connections are made
     * then, and Java compiles anew for them.
     */
    static Load openLoop(Application application, double perSecond, int requests, IntFunction<Request> request)
            throws InterruptedException {
        Sender.one().openLoop(perSecond, (int) (LEAD_IN_SECONDS * perSecond), request);
        return measure(application, () -> Sender.one().openLoop(perSecond, requests, request));
    }

    /**
     * Sends requests for so long, by time and not by number: until Java has compiled what they take, which it does by the
     * side and on the same processors.
     */
    static void warmUp(Duration time, IntFunction<Request> request) throws InterruptedException {
        long begin = System.nanoTime();
        for (int first = 0; System.nanoTime() - begin < time.toNanos(); first += WARM_UP_STEP) {
            int number = first;
            Sender.one().closedLoop(WARMING, WARM_UP_STEP, i -> request.apply(number + i));
        }
    }

    /** Takes what requests cost the application, whoever sends them. */
    static <E extends Exception> Load measure(Application application, Requests<E> requests) throws E {
        var allocated = application.allocation().now();
        double cpu = application.cpu();
        long begin = System.nanoTime();
        var times = requests.send();
        double seconds = (System.nanoTime() - begin) / 1e9;
        return new Load(
                new Sample(times),
                (application.cpu() - cpu) / times.length,
                application.allocation().since(allocated) / (double) times.length,
                times.length / seconds);
    }
}
