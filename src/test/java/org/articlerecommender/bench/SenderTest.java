package org.articlerecommender.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.articlerecommender.Eventually;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SenderTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger mostOpen = new AtomicInteger();
    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch gate = new CountDownLatch(1);
    private HttpServer server;
    private Calls calls;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
        calls = new Calls(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    @AfterEach
    void stop() {
        gate.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            seen.add(path + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            if (path.endsWith("slow")) {
                gate.await();
            }
            open.decrementAndGet();
            var body = "because".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(path.endsWith("bad") ? 503 : 200, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void sendsEachRequestOnceFromSoManyClients() throws Exception {
        var times = Sender.one().closedLoop(3, 50, i -> calls.get("/" + i));
        assertEquals(50, times.length);
        assertTrue(Arrays.stream(times).allMatch(time -> time > 0));
        assertEquals(50, seen.stream().distinct().count());
        assertEquals(50, seen.size());
        assertTrue(mostOpen.get() <= 3, "open at the same time: " + mostOpen);
    }

    @Test
    void sendsBodies() throws Exception {
        Sender.one().closedLoop(1, 1, i -> calls.post("/", "text/plain", "hello"));
        assertEquals(List.of("/hello"), seen);
    }

    @Test
    void saysWhatAnAnswerSaidThatIsNoSuccess() {
        var wrong =
                assertThrows(IllegalStateException.class, () -> Sender.one().closedLoop(1, 1, i -> calls.get("/bad")));
        assertEquals("/bad answered 503: because", wrong.getMessage());
    }

    @Test
    void keepsItsPaceWhenAnswersAreLate() throws Exception {
        var late = threads.submit(() -> Sender.one().openLoop(200, 3, i -> calls.get(i == 0 ? "/slow" : "/" + i)));
        Eventually.holds("all three are sent", Duration.ofSeconds(10), () -> seen.size() == 3);
        gate.countDown();
        var times = late.get(10, TimeUnit.SECONDS);
        // the first waited for both that were due after it
        assertTrue(times[0] >= 10, "the slow one took " + times[0] + " ms");
    }
}
