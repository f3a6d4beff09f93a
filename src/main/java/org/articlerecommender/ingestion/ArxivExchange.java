package org.articlerecommender.ingestion;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** One request to arXiv and its whole answer, over HTTP/1.1; one at a time, so over one connection. */
@Singleton
class ArxivExchange {

    private final HttpClient http;
    private final String agent;

    ArxivExchange(
            ArxivConfig config,
            @ConfigProperty(name = "quarkus.application.version", defaultValue = "0") String version) {
        // The JDK's client sends a request again by itself, at once, when the connection closes before an answer; that
        // would break the pace unseen. It offers no other way to be told not to.
        System.setProperty("jdk.httpclient.redirects.retrylimit", "1");
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.agent = "article-recommender/%s (+%s%s)"
                .formatted(
                        version,
                        config.projectUrl(),
                        config.contact()
                                .filter(contact -> !contact.isBlank())
                                .map(contact -> "; mailto:" + contact.strip())
                                .orElse(""));
    }

    /**
     * Asks and reads the answer to its end.
     *
     * @throws IOException if there is no answer, not within the time, or not all of it
     */
    HttpResponse<byte[]> get(URI address, Duration within) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address)
                .header("User-Agent", agent)
                .header("Accept", "application/atom+xml")
                .build();
        // The client's own time-out ends with the headers; ours covers a body that stops in the middle as well
        var answer = http.sendAsync(request, BodyHandlers.ofByteArray());
        try {
            return answer.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("no whole answer within %.1f s".formatted(within.toMillis() / 1000.0));
        } catch (ExecutionException e) {
            throw reason(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    // What went wrong, and not that it was not tried again
    private static IOException reason(Throwable failure) {
        if (failure instanceof IOException && failure.getCause() instanceof IOException first) {
            return first;
        }
        return failure instanceof IOException io ? io : new IOException(failure);
    }
}
