package org.articlerecommender.web;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.events.ReaderId;

/** What every page shows around its own content, and who it is shown to. */
@Named("frame")
@RequestScoped
@Unremovable
public class Frame {

    private static final Set<String> THEMES = Set.of("light", "dark");
    private static final String ASSETS = checksum("/style.css", "/app.js", "/icons.svg", "/favicon.svg");

    private final HttpHeaders headers;
    private final UriInfo uri;
    private final Freshness freshness;
    private final Catalog catalog;
    private String typedReader;
    private String typedQuery = "";
    private String complaint;

    Frame(HttpHeaders headers, UriInfo uri, Freshness freshness, Catalog catalog) {
        this.headers = headers;
        this.uri = uri;
        this.freshness = freshness;
        this.catalog = catalog;
    }

    /** Who reads, as the cookie says. */
    public Optional<ReaderId> reader() {
        return ReaderCookie.read(headers.getCookies());
    }

    /** {@code light} or {@code dark} when the reader chose one, otherwise null. */
    public String theme() {
        var cookie = headers.getCookies().get("theme");
        return cookie != null && THEMES.contains(cookie.getValue()) ? cookie.getValue() : null;
    }

    /** What stands in the field for the user id: what was typed, or else who reads. */
    public String typedReader() {
        return typedReader != null ? typedReader : reader().map(ReaderId::value).orElse("");
    }

    public String typedQuery() {
        return typedQuery;
    }

    /** Keeps in the fields what was typed into them. */
    void typed(String reader, String query) {
        typedReader = reader;
        typedQuery = query == null ? "" : query;
    }

    /** What is wrong with what was typed, or null. */
    public String complaint() {
        return complaint;
    }

    void complain(String sentence) {
        complaint = sentence;
    }

    /** What the reader did with a form that led here, or null. */
    public Done done() {
        var query = uri.getQueryParameters();
        return Done.of(catalog, query.getFirst("done"), query.getFirst("of"));
    }

    /** Whether this is the page at that path. */
    public boolean at(String path) {
        return uri.getPath().equals(path);
    }

    /** Where a form comes back to: this page with its query. */
    public String here() {
        var here = uri.getRequestUri();
        return here.getRawQuery() == null ? here.getRawPath() : here.getRawPath() + "?" + here.getRawQuery();
    }

    public Freshness freshness() {
        return freshness;
    }

    /** Changes when a static file does, so that browsers keep them for long and still see a new one at once. */
    public String assets() {
        return ASSETS;
    }

    private static String checksum(String... files) {
        var sum = new CRC32();
        for (var file : files) {
            try (var content = Frame.class.getResourceAsStream("/META-INF/resources" + file)) {
                sum.update(content.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Long.toHexString(sum.getValue());
    }
}
