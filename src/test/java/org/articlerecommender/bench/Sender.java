package org.articlerecommender.bench;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * A crowd of clients in one thread that waits for no answer. A thread for each client took half of a machine of two cores
 * from the application that it measured.
 */
class Sender {

    // more than are ever on their way while a pace can be kept
    private static final int CONNECTIONS = 256;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Sender ONE = new Sender();

    private final Context thread;
    private final HttpClient http;

    private Sender() {
        var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
        thread = vertx.getOrCreateContext();
        http = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(CONNECTIONS));
    }

    /** What all loads are sent by: it is as warm as what it measures. */
    static Sender one() {
        return ONE;
    }

    /**
     * Each client sends its next request when it has the answer to the last.
     *
     * @param request the request with this number; numbers are not used twice
     * @return milliseconds of each request
     * @throws IllegalStateException when an answer is not a 2xx
     */
    double[] closedLoop(int clients, int requests, IntFunction<Request> request) throws InterruptedException {
        var loop = new Loop(requests, request);
        thread.runOnContext(begun -> {
            for (int client = 0; client < Math.min(clients, requests); client++) {
                loop.next();
            }
        });
        return loop.times();
    }

    /**
     * Sends at a steady pace, whether or not the requests before are answered. The time of each counts from when it was
     * due, so that waiting behind a slow one counts.
     *
     * @return milliseconds of each request
     * @throws IllegalStateException when an answer is not a 2xx
     */
    double[] openLoop(double perSecond, int requests, IntFunction<Request> request) throws InterruptedException {
        var loop = new Loop(requests, request);
        long begin = System.nanoTime();
        for (int i = 0; i < requests; i++) {
            int number = i;
            long due = begin + (long) (i * 1e9 / perSecond);
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            thread.runOnContext(now -> loop.send(number, due));
        }
        return loop.times();
    }

    private Future<Void> send(Request request) {
        var options = new RequestOptions()
                .setAbsoluteURI(request.address().toString())
                .setMethod(request.body() == null ? HttpMethod.GET : HttpMethod.POST);
        request.headers().forEach(options::putHeader);
        return http.request(options)
                .compose(sent -> request.body() == null ? sent.send() : sent.send(Buffer.buffer(request.body())))
                .compose(answer -> checked(request, answer));
    }

    private static Future<Void> checked(Request request, HttpClientResponse answer) {
        return answer.body().map(body -> {
            Calls.check(request, answer.statusCode(), body.getBytes());
            return null;
        });
    }

    /** Requests on their way and the times of those that are answered; used in the one thread only. */
    private class Loop {

        private final IntFunction<Request> request;
        private final double[] times;
        private final Promise<double[]> done = Promise.promise();
        private int begun;
        private int answered;

        Loop(int requests, IntFunction<Request> request) {
            this.request = request;
            this.times = new double[requests];
        }

        void next() {
            if (begun < times.length) {
                var next = request.apply(begun);
                send(next, begun++, System.nanoTime()).onSuccess(sent -> next());
            }
        }

        void send(int number, long due) {
            send(request.apply(number), number, due);
        }

        private Future<Void> send(Request next, int number, long due) {
            return Sender.this
                    .send(next)
                    .onSuccess(answer -> {
                        times[number] = (System.nanoTime() - due) / 1e6;
                        if (++answered == times.length) {
                            done.complete(times);
                        }
                    })
                    .onFailure(done::tryFail);
        }

        double[] times() throws InterruptedException {
            try {
                return done.future()
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
            } catch (TimeoutException e) {
                throw new IllegalStateException(
                        "%d of %d requests are not answered after %s"
                                .formatted(times.length - answered, times.length, PATIENCE),
                        e);
            }
        }
    }
}
