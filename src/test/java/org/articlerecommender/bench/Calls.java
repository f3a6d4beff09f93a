package org.articlerecommender.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * HTTP calls to one application, over connections that are kept. Anything but a 2xx answer ends the measurement it belongs
 * to.
 *
 * <p>The thread that sends also waits: a client that hands answers from thread to thread has a p99 of several
 * milliseconds of its own on a busy machine.
 */
public class Calls {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CONNECT_MS = 5_000;

    // Longer than the slowest import of one batch on a busy machine
    private static final int PATIENCE_MS = 600_000;

    static {
        // of connections that nothing is sent over Java keeps 5, unless told before the first
        System.setProperty("http.maxConnections", "256");
    }

    private final URI base;

    public Calls(URI base) {
        this.base = base;
    }

    public Request get(String path) {
        return new Request(base.resolve(path), Map.of(), null);
    }

    /** The page that a reader's browser would get. */
    public Request page(String path, String reader) {
        return new Request(base.resolve(path), Map.of("Accept", "text/html", "Cookie", "reader=" + reader), null);
    }

    public Request post(String path, String type, String body) {
        return new Request(base.resolve(path), Map.of("Content-Type", type), body.getBytes(StandardCharsets.UTF_8));
    }

    public Request postJson(String path, Object body) throws IOException {
        return post(path, "application/json", JSON.writeValueAsString(body));
    }

    public JsonNode json(Request request) throws IOException {
        return JSON.readTree(send(request));
    }

    public byte[] send(Request request) throws IOException {
        var connection = open(request);
        int status = connection.getResponseCode();
        try (var answer = status / 100 == 2 ? connection.getInputStream() : connection.getErrorStream()) {
            var body = answer == null ? new byte[0] : answer.readAllBytes();
            check(request, status, body);
            return body;
        }
    }

    /** Refuses an answer that is not a 2xx, with what it says. */
    static void check(Request request, int status, byte[] body) {
        if (status / 100 != 2) {
            var text = new String(body, StandardCharsets.UTF_8);
            throw new IllegalStateException("%s answered %d: %s"
                    .formatted(request.address().getPath(), status, text.substring(0, Math.min(300, text.length()))));
        }
    }

    /** Whether the path is answered with 200 now. */
    public boolean answers(String path) {
        try {
            send(get(path));
            return true;
        } catch (IOException | IllegalStateException e) {
            return false;
        }
    }

    private static HttpURLConnection open(Request request) throws IOException {
        var connection = (HttpURLConnection) request.address().toURL().openConnection();
        connection.setConnectTimeout(CONNECT_MS);
        connection.setReadTimeout(PATIENCE_MS);
        connection.setInstanceFollowRedirects(false);
        request.headers().forEach(connection::setRequestProperty);
        if (request.body() != null) {
            connection.setDoOutput(true);
            // not streamed: that sends head and body apart, and the answer waits a millisecond longer
            try (var body = connection.getOutputStream()) {
                body.write(request.body());
            }
        }
        return connection;
    }
}
