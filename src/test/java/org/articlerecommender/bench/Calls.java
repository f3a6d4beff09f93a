package org.articlerecommender.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** HTTP calls to one application. Anything but a 2xx answer ends the measurement it belongs to. */
public class Calls {

    private static final ObjectMapper JSON = new ObjectMapper();

    // Longer than the slowest import of one batch on a busy machine
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI base;

    public Calls(URI base) {
        this.base = base;
    }

    HttpRequest get(String path) {
        return to(path).build();
    }

    /** The page that a reader's browser would get. */
    HttpRequest page(String path, String reader) {
        return to(path).header("Accept", "text/html")
                .header("Cookie", "reader=" + reader)
                .build();
    }

    HttpRequest post(String path, String type, String body) {
        return to(path).header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    public HttpRequest postJson(String path, Object body) throws IOException {
        return post(path, "application/json", JSON.writeValueAsString(body));
    }

    public JsonNode json(HttpRequest request) throws IOException, InterruptedException {
        return JSON.readTree(send(request));
    }

    public byte[] send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() / 100 != 2) {
            var body = new String(answer.body());
            throw new IllegalStateException("%s %s answered %d: %s"
                    .formatted(
                            request.method(),
                            request.uri().getPath(),
                            answer.statusCode(),
                            body.substring(0, Math.min(300, body.length()))));
        }
        return answer.body();
    }

    /** Whether the path is answered with 200 now. */
    boolean answers(String path) throws InterruptedException {
        try {
            return client.send(get(path), BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
    }
}
