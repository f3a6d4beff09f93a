package org.articlerecommender.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BodyLimitTest {

    @TestHTTPResource("/")
    URL address;

    private String answerTo(String path, String body, String... headers) throws IOException {
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(20_000);
            var head = "POST %s HTTP/1.1\r\nHost: here\r\n%s\r\n\r\n%s"
                    .formatted(path, String.join("\r\n", headers), body);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            var answer = new StringBuilder();
            var in = new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8);
            for (int one = in.read(); one >= 0 && answer.indexOf("}") < 0; one = in.read()) {
                answer.append((char) one);
            }
            return answer.toString();
        }
    }

    @Test
    void refusesABodyThatIsTooLongBeforeItIsSent() throws IOException {
        var answer = answerTo(
                "/api/v1/features/online",
                "",
                "Content-Type: application/json",
                "Content-Length: " + (64L * 1_048_576 + 1));

        assertThat(answer)
                .startsWith("HTTP/1.1 413")
                .contains("application/problem+json")
                .contains("at most 64 MB");
    }

    @Test
    void refusesAFormThatDoesNotSayHowLongItIs() throws IOException {
        var answer = answerTo("/", "", "Content-Type: multipart/form-data; boundary=x", "Transfer-Encoding: chunked");

        assertThat(answer).startsWith("HTTP/1.1 413");
    }

    @Test
    void takesAnyLengthWhereBodiesAreStreamed() throws IOException {
        var answer = answerTo(
                "/api/v1/features/historical",
                "{\"x\"}\n",
                "Content-Type: application/x-ndjson",
                "Connection: close",
                "Content-Length: " + (64L * 1_048_576 + 1));

        assertThat(answer).startsWith("HTTP/1.1 400").contains("line 1");
    }
}
