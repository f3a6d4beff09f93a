package org.articlerecommender.web;

import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.articlerecommender.events.ReaderId;
import org.articlerecommender.platform.Problem;
import org.articlerecommender.search.Search;
import org.articlerecommender.search.SearchParameters;

/** What a reader typed and chose on the page of the search, as it stands in its address; null where nothing does. */
record SearchForm(
        @QueryParam("q") String q,
        @QueryParam("source") String source,
        @QueryParam("category") String category,
        @QueryParam("from") String from,
        @QueryParam("to") String to,
        @QueryParam("sort") String sort,
        @QueryParam("page") String page,
        @QueryParam("list") String list) {

    private static final int MOST_PAGES = 10;

    public String query() {
        return q == null ? "" : q.strip();
    }

    /** arXiv for what is none of the sources. */
    Search.Source where() {
        return Arrays.stream(Search.Source.values())
                .filter(one -> one.name().equalsIgnoreCase(source))
                .findFirst()
                .orElse(Search.Source.ARXIV);
    }

    public String whereName() {
        return where().name().toLowerCase(Locale.ROOT);
    }

    /** Whether anything is chosen beside the words. */
    public boolean narrowed() {
        return !(isBlank(category) && isBlank(from) && isBlank(to));
    }

    /** The page asked for, from 1; the first for nonsense. */
    int number() {
        return page != null && page.matches("\\d{1,3}") ? Math.max(1, Math.min(MOST_PAGES, Integer.parseInt(page))) : 1;
    }

    /** @throws Problem naming the part that cannot be taken */
    Search.Request request(ReaderId reader, int limit) {
        var user = reader == null ? null : reader.value();
        return new SearchParameters(
                        query(), whereName(), category, null, from, to, sort, user, "0", String.valueOf(limit))
                .request(limit);
    }

    SearchForm in(Search.Source other) {
        return new SearchForm(q, other.name(), category, from, to, sort, null, null);
    }

    SearchForm sorted(Search.Order order) {
        return new SearchForm(q, source, category, from, to, order.name().toLowerCase(Locale.ROOT), null, null);
    }

    SearchForm within(String other) {
        return new SearchForm(q, source, other, from, to, sort, null, null);
    }

    SearchForm at(int other, UUID of) {
        return new SearchForm(q, source, category, from, to, sort, String.valueOf(other), of.toString());
    }

    /** The words alone, with nothing chosen beside them. */
    public String widened() {
        return new SearchForm(q, source, null, null, null, sort, null, null).address();
    }

    String address() {
        var address = new StringBuilder("/search?q=").append(encoded(query()));
        add(address, "source", whereName());
        add(address, "category", category);
        add(address, "from", from);
        add(address, "to", to);
        add(address, "sort", sort);
        add(address, "page", page);
        add(address, "list", list);
        return address.toString();
    }

    private static void add(StringBuilder address, String name, String value) {
        if (!isBlank(value)) {
            address.append('&').append(name).append('=').append(encoded(value.strip()));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
