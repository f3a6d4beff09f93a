package org.articlerecommender.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.articlerecommender.catalog.Catalog;
import org.articlerecommender.catalog.Invented;
import org.articlerecommender.events.Event;
import org.articlerecommender.events.EventLog;
import org.articlerecommender.events.EventType;
import org.articlerecommender.events.ReaderId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NoticesTest {

    private static final String ID = "2604.77001";
    private static final LocalDate DAY = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);

    private final Catalog catalog;
    private final EventLog log;
    private final DataSource dataSource;
    private final String reader = "notice-" + UUID.randomUUID();

    NoticesTest(Catalog catalog, EventLog log, DataSource dataSource) {
        this.catalog = catalog;
        this.log = log;
        this.dataSource = dataSource;
    }

    @BeforeEach
    void saveTheFirstVersion() {
        catalog.save(List.of(Invented.article(ID, 1, "Lamps in the fog", "cs.LG", DAY)));
        did(EventType.SAVE);
    }

    @AfterEach
    void forget() throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("delete from catalog.article where id = '" + ID + "'");
        }
    }

    @Test
    void tellsWhatChangedInWhatAReaderSaved() {
        page("/").body(not(containsString("New version")));
        newVersion();

        page("/")
                .body(containsString("New version"))
                .body(containsString("<ins>bright</ins>"))
                .body(containsString("v1 is now v2"));
        page("/article/" + ID).body(containsString("New version"));
    }

    @Test
    void isPutAwayUntilTheNextVersion() {
        newVersion();

        given().redirects()
                .follow(false)
                .cookie("reader", reader)
                .formParam("article", ID)
                .formParam("back", "/")
                .post("/notices/away")
                .then()
                .statusCode(303);

        page("/").body(not(containsString("New version")));
        catalog.save(List.of(Invented.article(ID, 3, "Lamps in the dark", "cs.LG", DAY)));
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
        catalog.save(List.of(Invented.article(ID, 2, "Lamps in the bright fog", "cs.LG", DAY)));
    }

    private void did(EventType type) {
        var article = Invented.article(ID, 1, "", "cs.LG", DAY).id();
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
