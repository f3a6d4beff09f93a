package org.articlerecommender.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RefusedAddressesTest {

    @TestHTTPResource("/")
    URL here;

    // clients with better manners do not send such addresses
    private HttpURLConnection get(String address, String accept) throws IOException {
        var connection = (HttpURLConnection) new URL("http", here.getHost(), here.getPort(), address).openConnection();
        connection.setRequestProperty("Accept", accept);
        return connection;
    }

    private static String text(HttpURLConnection connection) throws IOException {
        try (var body = connection.getErrorStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/ledger?category=a%00b, (%00)",
        "/api/v1/imports/bad-lines?path=%00, (%00)",
        "/search?q=a%00b, (%00)",
        "/nothing/%00, (%00)",
        "/articles/%, %25",
        "/api/v1/articles/%zz, %25",
        "/api/v1/articles/%E0%A, %25",
        "/search?q=100%, %25",
        "/search?q=a|b, %7C",
        "/api/v1/search?q=%zz, %25"
    })
    void aProgramIsToldWhatIsWrong(String address, String said) throws IOException {
        var answer = get(address, "application/json");

        assertThat(answer.getResponseCode()).isEqualTo(400);
        assertThat(answer.getContentType()).isEqualTo("application/problem+json");
        assertThat(text(answer)).contains("\"field\":\"address\"").contains(said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/articles/%", "/search?q=100%", "/%zz"})
    void aPersonGetsAPage(String address) throws IOException {
        var answer = get(address, "text/html,application/xhtml+xml");

        assertThat(answer.getResponseCode()).isEqualTo(400);
        assertThat(answer.getContentType()).startsWith("text/html");
        assertThat(text(answer)).contains("That could not be read").contains("%25");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/search?q=100%25", "/search?q=caf%C3%A9", "/search?q=%FF"})
    void aWellFormedAddressIsTaken(String address) throws IOException {
        assertThat(get(address, "text/html").getResponseCode()).isEqualTo(200);
    }
}
