package org.articlerecommender.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.specification.RequestSpecification;
import org.articlerecommender.events.ReaderId;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A browser without JavaScript in which somebody, or nobody, reads. */
record Browser(ReaderId reader) {

    static final Browser OF_NOBODY = new Browser(null);

    /** A request as browsers send it; redirects are not followed. */
    RequestSpecification request() {
        var request = given().redirects().follow(false).accept("text/html,application/xhtml+xml,*/*;q=0.8");
        return reader == null
                ? request
                : request.cookie("reader", ReaderCookie.keep(reader).getValue());
    }

    Document page(String address) {
        return ok(request(), address);
    }

    /** What htmx would put into the page. */
    Document fragment(String address) {
        return ok(request().header("HX-Request", "true"), address);
    }

    private static Document ok(RequestSpecification request, String address) {
        var answer = request.urlEncodingEnabled(false).get(address);
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        return Jsoup.parse(answer.asString());
    }
}
