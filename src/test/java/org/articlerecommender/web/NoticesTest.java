package org.articlerecommender.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.catalog.Invented;
import org.articlerecommender.events.Event;
import org.articlerecommender.events.EventLog;
import org.articlerecommender.events.EventType;
import org.articlerecommender.events.ReaderId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NoticesTest {

    // outside the window, so that no feed of another test shows it
    private static final LocalDate DAY = LocalDate.parse("2024-01-11");
    private static int number = 77_000;

    private final Catalog catalog;
    private final EventLog log;
    private final String id = "2401." + ++number;
    private final String reader = "notice-" + UUID.randomUUID();

    NoticesTest(Catalog catalog, EventLog log) {
        this.catalog = catalog;
        this.log = log;
    }

    @BeforeEach
    void saveTheFirstVersion() {
        catalog.save(List.of(Invented.article(id, 1, "Lamps in the fog", "cs.LG", DAY)));
        did(EventType.SAVE);
    }

    @Test
    void tellsWhatChangedInWhatAReaderSaved() {
        page("/").body(not(containsString("New version")));
        newVersion();

        page("/")
                .body(containsString("New version"))
                .body(containsString("<ins>bright</ins>"))
                .body(containsString("v1 is now v2"));
        page("/article/" + id).body(containsString("New version"));
    }

    @Test
    void isPutAwayUntilTheNextVersion() {
        newVersion();

        given().redirects()
                .follow(false)
                .cookie("reader", reader)
                .formParam("article", id)
                .formParam("back", "/")
                .post("/notices/away")
                .then()
                .statusCode(303);

        page("/").body(not(containsString("New version")));
        catalog.save(List.of(Invented.article(id, 3, "Lamps in the dark", "cs.LG", DAY)));
        page("/").body(containsString("is now v3"));
    }

    @Test
    void isNotShownForWhatIsNoLongerSavedOrToOthers() {
        newVersion();
        given().cookie("reader", "someone-else").get("/").then().body(not(containsString("New version")));
        did(EventType.UNSAVE);

        page("/").body(not(containsString("New version")));
    }

    private void newVersion() {
        catalog.save(List.of(Invented.article(id, 2, "Lamps in the bright fog", "cs.LG", DAY)));
    }

    private void did(EventType type) {
        var article = Invented.article(id, 1, "", "cs.LG", DAY).id();
        log.record(List.of(new Event(
                UUID.randomUUID(),
                new ReaderId(reader),
                type,
                article,
                null,
                null,
                Instant.now().plusSeconds(1))));
    }

    private io.restassured.response.ValidatableResponse page(String path) {
        return given().cookie("reader", reader).get(path).then().statusCode(200);
    }
}
